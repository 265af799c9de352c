/**
 * A definition as the types check it: what `defineImage` asks of the literal that it is given.
 *
 *     defineImage({ base: 'alpine:3.20', apt: ['git'], stages: { build: { base: { stage: 'biuld' } } } })
 *                                        ^^^                                      ^^^^^
 *
 * Comes in: the type of a definition, as it was inferred. Goes out: the types of `types.ts`, in which names of stages are keys of its `stages`, the field of a
 * package manager is open where the base has that manager, and a port is one. What is no literal (`base: string`) is left to the schema and to `lower/`.
 */

import type { CheckedPorts } from './checked-ports.js';
import type {
  ContainerOptions,
  DefinedImage,
  Expansion,
  FurtherStages,
  ImageFields,
  ManagerField,
  Managers,
  OnBase,
  Ordered,
  Override,
  Port,
  PublishedPort,
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

/** What a field holds, in those members of a union that have it. */
export type At<T, Field extends string> = T extends { readonly [P in Field]?: infer V } ? V : undefined;

type Keys<T> = T extends unknown ? keyof T & string : never;

type ExposedBy<T> = CheckedPorts<At<T, 'expose'>, Port>;

type PublishedBy<T> = CheckedPorts<At<At<T, 'container'>, 'ports'>, PublishedPort>;

/** The fields of a stage, with what a port may be. Mapped, not written anew: editors show the documentation of each. */
type StageFieldsWith<Exposed> = {
  readonly [F in keyof StageFields]: F extends 'expose'
    ? readonly (Exposed | Expansion)[] | Override<readonly (Exposed | Expansion)[]>
    : StageFields[F];
};

type ImageFieldsWith<Published> = { readonly [F in keyof ImageFields]: F extends 'container' ? ContainerWith<Published> : ImageFields[F] };

type ContainerWith<Published> = { readonly [F in keyof ContainerOptions]: F extends 'ports' ? readonly Published[] : ContainerOptions[F] };

/** A stage on the base `B`, among `Stages`. */
type CheckedStage<B, Stages extends string, Exposed> = OnBase<Stages> &
  StageFieldsWith<Exposed> &
  ManagersOn<B> &
  (Unordered<Stages> | Ordered<Stages>);

type CheckedStages<S, Stages extends string> = { readonly [P in keyof S]: CheckedStage<At<S[P], 'base'>, Stages, ExposedBy<S[P]>> };

/** A definition on the base `B`, whose `stages` are those of `S`; its name stands in what the compiler says. */
export type DefinitionOn<B, Stages extends string, S, Exposed, Published> = Partial<OnBase<Stages>> &
  ImageFieldsWith<Published> &
  StageFieldsWith<Exposed> &
  ManagersOn<B> &
  (Unordered<Stages> | Ordered<Stages>) &
  FurtherStages<CheckedStages<S, Stages>, Stages>;

/** What a definition of the type `T` must be. One that `defineImage` made was checked when it was made. */
export type CheckedDefinition<T> = T extends DefinedImage
  ? T
  : DefinitionOn<At<T, 'base'>, Keys<NonNullable<At<T, 'stages'>>>, At<T, 'stages'>, ExposedBy<T>, PublishedBy<T>>;
