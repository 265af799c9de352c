/**
 * What an engine is to us: a command, and the argument lists that it wants for what we ask of it.
 *
 * Pure data in, argument lists out: `{ file: 'Dockerfile', tags: ['word_count:0.1'], … }` → `['build', '-f', 'Dockerfile', '-t', 'word_count:0.1', '--', '.']`.
 * Nothing here is ever a line for a shell; a value that begins with `-` stays the value of its option, and names stand after `--`.
 */

import type { ContainerStore, ImageStore } from './store.js';
import type { Sharing } from './sharing.js';

export interface BuildOptions {
  /** Whether the Dockerfile is for Docker's builder without BuildKit. */
  readonly legacy?: boolean;
  /** The Dockerfile, and its ignore file, relative to the folder that the engine runs in. */
  readonly file: string;
  readonly ignoreFile: string;
  readonly tags: readonly string[];
  readonly target?: string | undefined;
  /** More than one makes an image index. */
  readonly platforms: readonly string[];
  readonly push: boolean;
  /** Into the engine's own store, for builders that would keep the result to themselves. */
  readonly load: boolean;
  readonly cache: boolean;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly secrets: readonly string[];
  /** SSH agents and keys: `default`, `cluster=/run/agent.sock`. */
  readonly ssh?: readonly string[];
  /** Attestations of how it was made and of what is in it, as BuildKit's options take them: `true`, `mode=max`; undefined: as the engine thinks fit. */
  readonly provenance?: string | undefined;
  readonly sbom?: string | undefined;
  /** Bases are asked for at their registry, also where the engine has them. @default false */
  readonly pull?: boolean;
  /** Labels that the Dockerfile does not have: `name=value`. */
  readonly labels?: readonly string[];
  /** Further build contexts: `name=folder`. */
  readonly contexts?: readonly string[];
  /** For the engine, untouched. */
  readonly extra: readonly string[];
  readonly context: string;
}

/** What an engine cannot be asked for, and why. */
export interface Refusal {
  /** As it is typed: `--sbom`. */
  readonly option: string;
  readonly reason: string;
  readonly remedy: string;
}

/** What the check of a Dockerfile is about. */
export type CheckOptions = Pick<BuildOptions, 'file' | 'target' | 'contexts' | 'context'>;

export type RunMount =
  | { readonly kind: 'bind'; readonly host: string; readonly to: string; readonly readOnly: boolean }
  | { readonly kind: 'volume'; readonly volume: string; readonly to: string };

export interface RunOptions {
  readonly image: string;
  /** Undefined: as the image says. */
  readonly entrypoint?: string | undefined;
  /** Undefined: the engine's default. */
  readonly network?: string | undefined;
  /** `never`: an image that is not there is not looked for elsewhere. */
  readonly pull?: 'never' | undefined;
  readonly name?: string | undefined;
  readonly interactive: boolean;
  readonly tty: boolean;
  readonly detach: boolean;
  /** Whether the container is removed when it ends. */
  readonly remove: boolean;
  readonly mounts: readonly RunMount[];
  /** As the engine's `-v` takes them. */
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
  /** Undefined: that of our own environment. */
  readonly env: readonly { readonly name: string; readonly value: string | undefined }[];
  /** `name=value`. */
  readonly labels?: readonly string[];
  readonly user?: string | undefined;
  /** Whether the user is somebody of the host other than root, who must be the same in the container. */
  readonly keepsUser?: boolean;
  /** A file that is not there yet: the id of the container is written to it. */
  readonly idFile?: string;
  /** Empty: what the image says. */
  readonly command: readonly string[];
}

/** How an engine tells a program what it does while it builds. */
export interface BuildStream {
  /** `rawjson`: JSON; `plain`: BuildKit's numbered lines; `steps`: Buildah's and the legacy builder's. */
  readonly format: 'rawjson' | 'plain' | 'steps';
  /** Option of `build` that asks for it. */
  readonly option?: string;
  /** The streams that tell. */
  readonly from: 'stderr' | 'both';
}

export interface Engine {
  readonly name: string;
  /** The program on PATH. */
  readonly command: string;
  /** Where it is to be had. */
  readonly website: string;
  /** Prints the version, of client and server where there are two; fails when the engine does not answer. */
  readonly versionArguments: readonly string[];
  /** What builds for it, where that is not always installed with it: its version is asked for by these arguments, which fail where it is missing. */
  readonly builder?: { readonly name: string; readonly versionArguments: readonly string[]; readonly remedy: string };
  /** What must be set in the environment for its builder without BuildKit, where it has that: then a legacy build needs no `builder`. */
  readonly legacyEnvironment?: Readonly<Record<string, string>>;
  /** What of these options it does not have. */
  readonly refused: (options: BuildOptions) => readonly Refusal[];
  /** How it tells of a build; for a builder of a version (as `versionArguments` of `builder` print it), and for an image for its builder without BuildKit. */
  readonly buildStream: (builder: string, legacy: boolean) => BuildStream;
  /** One argument list for each command that makes (and pushes) the image, in order. */
  readonly buildArguments: (options: BuildOptions) => readonly (readonly string[])[];
  /** Prints, as JSON, what its builder finds in a Dockerfile; undefined: it does not look. */
  readonly checkArguments?: (options: CheckOptions) => readonly string[];
  /** Undefined: it builds images, but does not run them. */
  readonly runArguments?: (options: RunOptions) => readonly string[];
  readonly images: ImageStore;
  /** Undefined: it runs none. */
  readonly containers?: ContainerStore;
  /** Succeeds when the image is in the engine's store. */
  readonly inspectArguments: (image: string) => readonly string[];
  /** How it logs in, names, pushes, pulls and searches. */
  readonly sharing: Sharing;
}
