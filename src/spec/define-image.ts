/**
 * `defineImage`: gives the types of the language to what `image.ts` exports, and the brand by which a definition is recognised as the base of another.
 *
 *     export default defineImage({ base: 'debian:bookworm-slim', apt: ['git'] });
 *
 * Comes in: a definition, a function to one, a list or a record of them. Goes out: the same (a definition is copied, never changed).
 *
 * It has one signature, so that editors complete and compilers mark what is wrong at its own place; with overloads they speak of the whole call. The type is
 * inferred from the argument alone (`Seen`), and decides what the argument must be (`Form`). What a function with statements returns is compared as a whole:
 * the compiler marks the function and names the field; `return defineImage({ … })` marks the field itself.
 */

import { definedBrand } from './brand.js';
import type { CheckedDefinition } from './checked-definition.js';
import type { DefinedImage, ImageDefinition, ImageInput } from './types.js';
import type { UnknownFields } from './unknown-fields.js';

/** A place to infer `T` from that asks nothing: the compiler infers to both branches, of which the first is never taken. */
type Seen<T> = [T] extends [never] ? T : unknown;

type AnyFunction = (...input: never) => unknown;

type SaysBase = 'base' | 'presets';

/** As `load/` tells records of definitions from definitions: one of the values says what it is based on. */
type IsRecord<T> = T extends unknown
  ? keyof T & SaysBase extends never
    ? string extends keyof T
      ? true
      : { [K in keyof T]: keyof T[K] & SaysBase extends never ? never : K }[keyof T] extends never
        ? false
        : true
    : false
  : never;

/** What a function must return. Unknown fields are told first, alone, so that they stand in the first line of what the compiler says. */
type Returned<R, Unknown = UnknownFields<R, ImageDefinition>> = Seen<R> & (unknown extends Unknown ? CheckedDefinition<R> : Unknown);

type FunctionForm<T, R> = T extends (...input: never) => PromiseLike<unknown>
  ? (input: ImageInput) => Promise<Returned<R>>
  : (input: ImageInput) => Returned<R>;

/** What the argument must be, by what it is. */
type Form<T, R> = T extends AnyFunction
  ? FunctionForm<T, R>
  : T extends readonly unknown[]
    ? { readonly [I in keyof T]: CheckedDefinition<T[I]> }
    : IsRecord<T> extends true
      ? { readonly [K in keyof T]: CheckedDefinition<T[K]> }
      : CheckedDefinition<T>;

/** What it returns: a definition bears the brand, the other forms are what they were. */
type Defined<T> = T extends AnyFunction | readonly unknown[] ? T : IsRecord<T> extends true ? T : DefinedImage;

/**
 * Gives the types of the language to what `image.ts` exports: a definition, a function to one, or a list or record of several.
 *
 * @example export default defineImage({ base: 'debian:bookworm-slim', apt: ['git'] })
 * @example export default defineImage(({ args }) => ({ base: `python:${args[0] ?? '3.12'}-slim` }))
 */
export function defineImage<const T, const R>(definition: Seen<T> & Form<T, R>): Defined<NoInfer<T>>;
export function defineImage(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition) || !('base' in definition || 'presets' in definition))
    return definition;
  return { ...definition, [definedBrand]: true };
}
