/**
 * Ports as the types check them: whether a literal is one.
 *
 *     expose: [8080, 70000, '53/udp']
 *                    ^^^^^ Type '70000' is not assignable to type '"a port is 0 to 65535" | 8080 | "53/udp"'.
 *
 * Comes in: the type of a list of ports, as it was inferred. Goes out: what an item of it may be. A value that is no literal (`port: number`) is left to the
 * schema, which checks all of them again. 65536 literals are too many for a union, so that a number is read digit by digit.
 */

/** What stands in the place of a port that is none; the compiler quotes it. */
type NoPort = 'a port is 0 to 65535';

/** What an item of a list of ports may be: `Allowed`, unless one of the literals is no port. */
export type CheckedPorts<List, Allowed> = List extends readonly (infer Item)[]
  ? [Wrong<Item>] extends [never]
    ? Allowed
    : Exclude<Item, Wrong<Item>> | NoPort
  : Allowed;

/** Those literals of a union that are no ports. */
type Wrong<Item> = Item extends string | number
  ? IsLiteral<`${Item}`> extends true
    ? IsPublished<`${Item}`> extends true
      ? never
      : Item
    : never
  : never;

/** Patterns (`${number}/tcp`) may be keys of an empty record; a literal must be there. */
type IsLiteral<Text extends string> = {} extends Record<Text, 1> ? false : true;

/** As `container.ports` has it: an address, the port of the host and that of the container. What `expose` takes has neither of the first. */
type IsPublished<Text> = Text extends `[${string}]:${infer Rest}` | `${string}.${string}.${string}.${string}:${infer Rest}`
  ? IsPair<Rest>
  : IsPair<Text>;

type IsPair<Text> = Text extends `:${infer Inside}`
  ? IsPort<Inside>
  : Text extends `${infer Host}:${infer Inside}`
    ? Both<IsRange<Host>, IsPort<Inside>>
    : IsPort<Text>;

type IsPort<Text> = Text extends `${infer Range}/${'tcp' | 'udp' | 'sctp'}` ? IsRange<Range> : IsRange<Text>;

type IsRange<Text> = Text extends `${infer First}-${infer Last}` ? Both<IsNumber<First>, IsNumber<Last>> : IsNumber<Text>;

type Both<A, B> = [A, B] extends [true, true] ? true : false;

/** Decimal digits of a number up to 65535; `080` is 80. */
type IsNumber<Text> = Text extends `0${infer Rest}`
  ? Rest extends ''
    ? true
    : IsNumber<Rest>
  : Text extends `${bigint}`
    ? Text extends `${string}${string}${string}${string}${string}${infer Rest}`
      ? Rest extends ''
        ? Text extends UpTo65535
          ? true
          : false
        : false
      : true
    : false;

/** Of five digits. Where the first ones are less, the others do not matter. */
type UpTo65535 =
  | `${1 | 2 | 3 | 4 | 5}${string}`
  | `6${0 | 1 | 2 | 3 | 4}${string}`
  | `65${0 | 1 | 2 | 3 | 4}${string}`
  | `655${0 | 1 | 2}${string}`
  | `6553${0 | 1 | 2 | 3 | 4 | 5}`;
