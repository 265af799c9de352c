/**
 * What a stage stands on: the image at the end of its chain of stages, what is known of it, and what the stages between have left behind.
 *
 *     FROM alpine:3.20 AS tools
 *     FROM tools                   stands on alpine:3.20
 */

import { baseFacts, distroFacts, distros, parseReference, type BaseFacts, type BaseUser } from '../bases/index.js';
import type { Report } from '../diagnostics.js';
import type { Trigger } from '../ir/instruction.js';
import { childOrigin, type Origin, type OriginPath } from '../origin.js';
import type { ImageSpec, StageSpec } from '../spec/spec.js';
import type { AnyText, Text } from '../text.js';
import { expandedImage } from './image-text.js';

export interface StageBase {
  /** The image at the end of the chain, as the author wrote it. */
  readonly image: string;
  /** What is known of it. */
  readonly facts?: BaseFacts;
  /** The facts, or, the first time that they are missed, an error that asks for the distribution. */
  readonly requireFacts: (needed: string) => BaseFacts | undefined;
  /** Who commands run as at the start; root when absent. */
  readonly user?: AnyText;
  readonly workdir?: Text;
  /** Accounts that stages below have created. */
  readonly accounts: readonly BaseUser[];
  /** Virtual environments that stages below have made. */
  readonly venvs: readonly string[];
  /** Files of authorities that stages below have made known. */
  readonly certificates: readonly string[];
  /** What it does first in whatever builds on it. */
  readonly triggers?: readonly Trigger[];
  /** Whether a stage below has set a shell of its own. */
  readonly hasShell: boolean;
}

export interface StageBases {
  readonly of: (stage: StageSpec) => StageBase | undefined;
  /** To be called when a stage is lowered, for those that build on it. */
  readonly add: (name: string, base: StageBase) => void;
}

export interface BaseSources {
  /** Defaults of the global build arguments. */
  readonly globals: ReadonlyMap<string, Text | undefined>;
  /** What the image of another definition leaves to those that build on it. */
  readonly imageOf: (definition: ImageSpec) => StageBase | undefined;
}

export function stageBases(sources: BaseSources, report: Report): StageBases {
  const done = new Map<string, StageBase>();
  const images = new Map<string, StageBase>();
  return {
    add: (name, base) => void done.set(name, base),
    of: ({ base }) => {
      if (base.kind === 'stage') return done.get(base.stage);
      const key = JSON.stringify([base.image, base.digest, base.distro, base.definition]);
      const known = images.get(key) ?? definedBase(base, sources, report) ?? imageBase(base, sources, report);
      images.set(key, known);
      return known;
    },
  };
}

type ImageBase = Extract<StageSpec['base'], { kind: 'image' }>;

/** The image of another definition, under the name that it is known by here. */
function definedBase(base: ImageBase, { imageOf }: BaseSources, report: Report): StageBase | undefined {
  const below = base.definition && imageOf(base.definition);
  return below && { ...below, image: base.image, requireFacts: requirer(base, below.facts, report) };
}

function imageBase(base: ImageBase, { globals }: BaseSources, report: Report): StageBase {
  const { image, digest, distro } = base;
  const expanded = expandedImage(image, globals);
  const reference = expanded === undefined || digest === undefined ? expanded : `${expanded}@${digest}`;
  checkBase(base, reference, report);
  const facts = reference === undefined ? distroOnly(distro) : baseFacts(reference, distro);
  return {
    image,
    ...(facts === undefined ? {} : { facts }),
    requireFacts: requirer(base, facts, report),
    ...(facts?.defaultUser === undefined ? {} : { user: facts.defaultUser }),
    accounts: [],
    venvs: [],
    certificates: [],
    hasShell: false,
  };
}

function distroOnly(distro: string | undefined): BaseFacts | undefined {
  return distro === undefined ? undefined : distroFacts(distro);
}

function checkBase({ image, distro, origin }: ImageBase, reference: string | undefined, report: Report): void {
  if (reference !== undefined && !parseReference(reference)) {
    const text = { message: `"${image}" is not an image reference`, hint: "write it as an engine takes it: 'debian:bookworm-slim'" };
    report.error('bad-image-reference', origin, text);
  }
  if (distro !== undefined && !distroFacts(distro)) {
    report.error('unknown-distro', childOrigin(besideImage(origin), 'distro'), {
      message: `"${distro}" is not a distribution that imagewright knows`,
      hint: `write one of ${Object.keys(distros).join(', ')}, and its release behind a colon: 'debian:bookworm'`,
    });
  }
}

/** What has `image` and `distro`. */
function besideImage(origin: Origin): Origin {
  const without = (path: OriginPath) => (path.at(-1) === 'image' ? path.slice(0, -1) : path);
  const { path, preset } = origin;
  return preset === undefined ? { path: without(path) } : { path, preset: { ...preset, path: without(preset.path) } };
}

function requirer({ image, distro, origin }: ImageBase, facts: BaseFacts | undefined, report: Report): StageBase['requireFacts'] {
  let isReported = false;
  return (needed) => {
    // A distro that is wrong is reported already.
    if (facts || isReported || distro !== undefined) return facts;
    isReported = true;
    const written = image.includes('$') ? `expand('${image}')` : `'${image}'`;
    report.error('unknown-base', origin, {
      message: `"${image}" is not a base image that imagewright knows, and ${needed} depends on its distribution`,
      hint: `say what it is made from: base: { image: ${written}, distro: 'debian:bookworm' }`,
    });
    return undefined;
  };
}
