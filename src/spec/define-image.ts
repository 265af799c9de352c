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
  Base,
  BaseImage,
  DefinedImage,
  ImageDefinition,
  ImageFields,
  ImageFunction,
  ManagerField,
  Managers,
  Ordered,
  Stage,
  StageFields,
  Unordered,
  UseManager,
} from './types.js';

/** The last part of a reference, without a digest: of `ghcr.io/team/python:3.12-alpine@sha256:…`, `python:3.12-alpine`. */
type LastPart<R> = R extends `${string}/${infer Rest}` ? LastPart<Rest> : R extends `${infer Tagged}@${string}` ? Tagged : R;

type Tagged<Name extends string> = Name | `${Name}:${string}`;

/** The package manager of an image whose name leaves no doubt; all of them for any other. */
type ManagerOfImage<R, Last = LastPart<R>> = Last extends Tagged<'alpine'> | `${string}:${string}alpine${string}`
  ? 'apk'
  : Last extends Tagged<'debian' | 'ubuntu'>
    ? 'apt'
    : Last extends Tagged<'fedora' | 'rockylinux' | 'almalinux'>
      ? 'dnf'
      : Last extends Tagged<'archlinux'>
        ? 'pacman'
        : R extends `${'' | `${string}/`}opensuse/${string}`
          ? 'zypper'
          : ManagerField;

/** An author who says the distribution knows better than the name. */
type ManagerOf<B> = B extends { readonly distro: string }
  ? ManagerField
  : B extends { readonly image: infer R }
    ? ManagerOfImage<R>
    : ManagerOfImage<B>;

/** The fields of package managers as a base allows them. */
type ManagersOn<B, Has extends ManagerField = ManagerOf<B>> = {
  readonly [Field in keyof Managers]: Field extends Has ? Managers[Field] : UseManager<Has, Field>;
};

/** What a stage's own base says of it, beside `Stage`. */
type StageOn<B> = { readonly base: B | Base } & ManagersOn<B>;

/** A definition whose references to stages are checked against the keys of its `stages`, and its package managers against its bases. */
export type CheckedDefinition<Stages extends string, B, S> = ImageFields &
  StageFields &
  ManagersOn<B> & { readonly base?: B | Base<NoInfer<Stages>> } & (Unordered<NoInfer<Stages>> | Ordered<NoInfer<Stages>>) & {
    readonly stages?: { readonly [P in Stages]: Stage<NoInfer<Stages>> } & { readonly [P in keyof S]: StageOn<S[P]> };
    readonly target?: NoInfer<Stages>;
  };

type BaseLiteral = string | BaseImage;

export function defineImage<F extends ImageFunction>(definition: F): F;
export function defineImage<L extends readonly ImageDefinition[]>(definition: L): L;
export function defineImage<R extends Readonly<Record<string, ImageDefinition>>>(definition: R): R;
export function defineImage<
  Stages extends string = never,
  const B extends BaseLiteral = BaseLiteral,
  const S extends Record<string, BaseLiteral | undefined> = {},
>(definition: CheckedDefinition<Stages, B, S>): DefinedImage;
export function defineImage(definition: unknown): unknown {
  if (typeof definition !== 'object' || definition === null || Array.isArray(definition) || !('base' in definition || 'presets' in definition))
    return definition;
  return { ...definition, [definedBrand]: true };
}
