/** The documented types and the schema say the same: the same fields everywhere, and whatever the types allow, the schema takes. */

import type * as v from 'valibot';
import { expectTypeOf, test } from 'vitest';
import type { image } from '../../src/spec/schema/image.js';
import type { stage } from '../../src/spec/schema/stage.js';
import type { ImageDefinition, PartialStage } from '../../src/spec/types.js';

type SchemaImage = v.InferInput<typeof image>;
type SchemaStage = v.InferInput<typeof stage>;

/** The names of all fields of an object or of any object in a union. */
type Fields<T> = T extends readonly unknown[] ? never : T extends object ? (string extends keyof T ? never : keyof T & string) : never;

/** The fields of the objects that a field holds, lists and records included, overrides left out. */
type Inner<T> = T extends { readonly kind: 'override' }
  ? never
  : T extends readonly (infer I)[]
    ? Fields<I>
    : IsRecord<T> extends true
      ? Fields<T[keyof T]>
      : Fields<T>;

type IsRecord<T> = string extends keyof T ? true : `/${string}` extends keyof T ? true : false;

type InnerFields<T> = { [F in Fields<T>]: Inner<Of<T, F>> };

/** What a field holds in those members of a union that have it. */
type Of<T, F extends string> = T extends unknown ? (F extends keyof T ? NonNullable<T[F]> : never) : never;

/** Whatever is not changed may be given as read-only. */
type Frozen<T> = T extends (...input: never) => unknown ? T : T extends object ? { readonly [F in keyof T]: Frozen<T[F]> } : T;

test('a definition has the fields of the schema, and no others', () => {
  expectTypeOf<Fields<ImageDefinition>>().toEqualTypeOf<Fields<SchemaImage>>();
});

test('a stage has the fields of the schema, and no others', () => {
  expectTypeOf<Fields<PartialStage>>().toEqualTypeOf<Fields<SchemaStage>>();
});

test('long forms have the fields of the schema, and no others', () => {
  type Compared = Exclude<Fields<SchemaStage>, 'base'>;
  expectTypeOf<Pick<InnerFields<PartialStage>, Compared>>().toEqualTypeOf<Pick<InnerFields<SchemaStage>, Compared>>();
  expectTypeOf<InnerFields<ImageDefinition>['container']>().toEqualTypeOf<InnerFields<SchemaImage>['container']>();
  expectTypeOf<InnerFields<ImageDefinition>['dockerfile']>().toEqualTypeOf<InnerFields<SchemaImage>['dockerfile']>();
});

test('the schema takes what the types allow', () => {
  expectTypeOf<PartialStage>().toExtend<Frozen<SchemaStage>>();
  expectTypeOf<ImageDefinition>().toExtend<Frozen<SchemaImage>>();
});
