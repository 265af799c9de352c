/**
 * Mistyped fields of a value that is no longer a literal when the compiler compares it: what a function returns.
 *
 *     defineImage(({ mode }) => ({ base: 'debian:bookworm-slim', aptt: ['git'] }))
 *                                                                ^^^^ Type '["git"]' is not assignable to type '"there is no field aptt"'.
 *
 * Comes in: the type of a value, as it was inferred, and the type that documents it. Goes out: the unknown fields, each with what is wrong, wherever they are
 * nested; `unknown` where there are none. In literals the compiler finds them by itself, and more quickly.
 */

import type { DefinedImage } from './types.js';

/** To be intersected with the type that the value must have. */
export type UnknownFields<T, Known> = OrUnknown<Faults<T, Known>>;

type OrUnknown<Fault> = [Fault] extends [never] ? unknown : Fault;

/** The names of the fields of any member of a union, but of lists and texts. */
type FieldsOf<Known> = Known extends readonly unknown[] | Plain ? never : keyof Known;

type ValueOf<Known, Field> = Known extends unknown ? (Field extends keyof Known ? Known[Field] : never) : never;

type ItemOf<Known> = Known extends readonly (infer Item)[] ? Item : never;

type Plain = string | number | boolean | null | undefined;

type IsAny<T> = 0 extends 1 & T ? true : false;

/** Never: no faults. What `defineImage` made was looked at then. */
type Faults<T, Known> =
  IsAny<T> extends true
    ? never
    : T extends DefinedImage | Plain
      ? never
      : T extends readonly unknown[]
        ? FaultsOfItems<T, ItemOf<Known>>
        : FaultsOfFields<T, Known>;

type FaultsOfItems<T extends readonly unknown[], Item> = [Faults<T[number], Item>] extends [never]
  ? never
  : { readonly [I in keyof T]: OrUnknown<Faults<T[I], Item>> | Extract<T[I], Plain> };

/** Optional, since another variant of what is returned may go without it. */
type FaultsOfFields<T, Known> = NeverIfEmpty<{
  readonly [K in KeysOf<T> as [FaultOf<T, K, Known>] extends [never] ? never : K]?: FaultOf<T, K, Known>;
}>;

type NeverIfEmpty<T> = keyof T extends never ? never : T;

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What presets say is no text of the user's own; and a definition that holds presets would be looked at without an end. */
type FaultOf<T, Field, Known> = Field extends 'presets'
  ? never
  : Field extends FieldsOf<Known>
    ? Faults<ValueOf<T, Field>, ValueOf<Known, Field>>
    : `there is no field ${Field & string}`;
