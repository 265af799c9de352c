/**
 * `defineImage`: gives the types of the language to what `image.ts` exports, and the brand by which a definition is recognised as the base of another.
 *
 *     export default defineImage({ base: 'debian:bookworm-slim', apt: ['git'] });
 *
 * Comes in: a definition, a function to one, a list or a record of them. Goes out: the same (a definition is copied, never changed).
 *
 * The overload for one definition is the last of four on purpose: with more than three candidates the compiler reports the faults of the last one, each at its
 * own place; with fewer it would mark the whole call.
 */

import { definedBrand } from './brand.js';
import type {
  AptApk,
  Base,
  BaseImage,
  DefinedImage,
  ImageDefinition,
  ImageFields,
  ImageFunction,
  Ordered,
  Stage,
  StageFields,
  Unordered,
  UseApk,
  UseApt,
} from './types.js';

type Alpine = 'alpine' | `alpine:${string}` | `alpine@${string}` | `${string}/alpine` | `${string}/alpine:${string}` | `${string}/alpine@${string}`;

type DebianOrUbuntu = 'debian' | 'ubuntu' | `${'' | `${string}/`}${'debian' | 'ubuntu'}${':' | '@'}${string}`;

/** `apt` and `apk` as the base B allows them. */
interface AptApkOn<B> {
  readonly apt?: [B] extends [Alpine] ? UseApk : AptApk['apt'] & {};
  readonly apk?: [B] extends [DebianOrUbuntu] ? UseApt : AptApk['apk'] & {};
}

/** What a stage's own base says of it, beside `Stage`. */
interface StageOn<B> {
  readonly base: B | Base;
  readonly apt?: [B] extends [Alpine] ? UseApk : unknown;
  readonly apk?: [B] extends [DebianOrUbuntu] ? UseApt : unknown;
}

/** A definition whose references to stages are checked against the keys of its `stages`, and `apt` and `apk` against its bases. */
export type CheckedDefinition<Stages extends string, B, S> = ImageFields &
  StageFields &
  AptApkOn<B> & { readonly base?: B | Base<NoInfer<Stages>> } & (Unordered<NoInfer<Stages>> | Ordered<NoInfer<Stages>>) & {
    readonly stages?: { readonly [P in Stages]: Stage<NoInfer<Stages>> } & { readonly [P in keyof S]: StageOn<S[P]> };
    readonly target?: NoInfer<Stages>;
  };

type BaseLiteral = string | BaseImage;

export function defineImage<F extends ImageFunction>(definition: F): F;
export function defineImage<L extends readonly ImageDefinition[]>(definition: L): L;
export function defineImage<R extends Readonly<Record<string, ImageDefinition>>>(definition: R): R;
export function defineImage<
  Stages extends string = never,
  B extends BaseLiteral = BaseLiteral,
  S extends Record<string, BaseLiteral | undefined> = {},
>(definition: CheckedDefinition<Stages, B, S>): DefinedImage;
export function defineImage(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition) || !('base' in definition || 'presets' in definition))
    return definition;
  return { ...definition, [definedBrand]: true };
}
