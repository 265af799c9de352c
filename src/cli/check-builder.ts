/**
 * checkBuilder(): what Docker's builder cannot do, with what can: told before the build, which would end with "not supported", or leave a cache out without a word. Asks the builder
 * only where something of that kind is wanted.
 *
 *     imagewright build --cache-to type=local,dest=cache
 *     error: --cache-to type=local,dest=cache: the builder "default" keeps caches only in images   (builder-limit)
 *     hint: --cache-to type=inline with --push, or a builder that has it: docker buildx create --use, …
 */

import { builderFacts, type BuilderFacts } from '../engine/builder-facts.js';
import type { BuildOptions } from '../engine/engine.js';
import { isWanted } from '../engine/is-wanted.js';
import { cacheWithoutKeys } from '../engine/without-keys.js';
import { allInstructions } from '../ir/program.js';
import { DefinitionError } from './definition-error.js';
import type { Fault } from './fault.js';
import { optionValues } from './option-values.js';
import type { ProjectImage } from './project.js';
import { usedImages } from './used-images.js';

export interface WantedImage {
  readonly image: ProjectImage;
  readonly options: BuildOptions;
}

/** Gives what is worth a warning. */
export async function checkBuilder(program: string, wanted: readonly WantedImage[]): Promise<readonly Fault[]> {
  const images = wanted.filter(({ options }) => options.legacy !== true);
  const [first] = images;
  if (first === undefined) return [];
  const caches = lostCaches(first.options);
  const dependents = first.options.push ? [] : [...usedImages(images.map(({ image }) => image))].filter(([, bases]) => bases.length > 0);
  if (dependents.length === 0 && images.every(({ options }) => !isUnusual(options))) return caches;
  const builder = optionValues(first.options.extra, '--builder').at(-1);
  const facts = await builderFacts(program, builder);
  if (facts === undefined) return caches;
  const errors = unique([
    ...(facts.classic ? images.flatMap(({ options }) => classicLimits(options, facts)) : []),
    ...(facts.driver === 'docker' ? [] : dependents.map(([image, bases]) => keptBase(image, bases, facts))),
  ]);
  if (errors.length > 0) throw new DefinitionError(errors);
  return [...caches, ...unique(images.flatMap((each) => foreignPlatforms(each, facts)))];
}

function isUnusual(options: BuildOptions): boolean {
  return options.platforms.length > 0 || isWanted(options.provenance) || isWanted(options.sbom) || options.cacheTo.some(isExport);
}

/** One that leaves the engine. Without what it needs, that of GitHub is none. */
function isExport(cache: string): boolean {
  return !/(?:^|,)type=inline(?:,|$)/.test(cache) && !isLost(cache);
}

const OTHERS =
  'a builder that has it: docker buildx create --use, or turn on the containerd image store: "features": { "containerd-snapshotter": true } in daemon.json';

function classicLimits(options: BuildOptions, { name }: BuilderFacts): readonly Fault[] {
  const limit = (option: string, fault: string, remedy: string): Fault => ({
    code: 'builder-limit',
    message: `${option}: the builder "${name}" ${fault}`,
    hint: `${remedy}, or ${OTHERS}`,
  });
  const { platforms, cacheTo, provenance, sbom } = options;
  return [
    ...(platforms.length > 1 ? [limit(platforms.join(', '), 'makes an image for one platform at a time', `--platform ${platforms[0]}`)] : []),
    ...cacheTo
      .filter(isExport)
      .map((cache) => limit(`--cache-to ${cacheWithoutKeys(cache)}`, 'keeps caches only in images', '--cache-to type=inline with --push')),
    ...(isWanted(provenance) ? [limit('--provenance', 'writes no attestations', 'leave it out')] : []),
    ...(isWanted(sbom) ? [limit('--sbom', 'writes no attestations', 'leave it out')] : []),
  ];
}

function keptBase({ name }: ProjectImage, bases: readonly ProjectImage[], builder: BuilderFacts): Fault {
  const names = bases.map((base) => `"${base.name}"`).join(' and ');
  return {
    code: 'builder-limit',
    message: `"${name}" is made from ${names}, and the builder "${builder.name}" (${builder.driver}) looks for images at registries only`,
    hint: "build all at once: imagewright generate --format bake && docker buildx bake --load; or --push each; or take the engine's own builder: -- --builder default",
  };
}

/** Commands for another processor need an emulator. */
function foreignPlatforms({ image, options }: WantedImage, { name, platforms }: BuilderFacts): readonly Fault[] {
  if (!allInstructions(image.compiled.program).some(({ kind }) => kind === 'run' || kind === 'install')) return [];
  // One that has not been started yet says nothing of platforms.
  if (platforms.length === 0) return [];
  const known = new Set(platforms.map(withoutVariant));
  const foreign = options.platforms.filter((platform) => platform !== 'local' && !known.has(withoutVariant(platform)));
  return foreign.map((platform) => ({
    code: 'foreign-platform',
    severity: 'warning',
    message: `the builder "${name}" does not say that it runs commands for ${platform}`,
    hint: `an emulator runs them: docker run --privileged --rm tonistiigi/binfmt --install ${platform.split('/')[1]}; or a builder of that platform: docker buildx create --append`,
  }));
}

function withoutVariant(platform: string): string {
  return platform.split('/').slice(0, 2).join('/');
}

function lostCaches({ cacheFrom, cacheTo }: BuildOptions): readonly Fault[] {
  const lost = Object.entries({ '--cache-from': cacheFrom, '--cache-to': cacheTo }).flatMap(([option, caches]) =>
    caches.filter(isLost).map((cache) => `${option} ${cacheWithoutKeys(cache)}`),
  );
  return lost.map((option) => ({
    code: 'cache-left-out',
    severity: 'warning',
    message: `${option}: ACTIONS_RUNTIME_TOKEN is not set, and Docker leaves the cache out without a word`,
    hint: 'in a workflow of GitHub, have a step "uses: crazy-max/ghaction-github-runtime@v3" before it; elsewhere, keep the cache in a registry: type=registry,ref=…',
  }));
}

/** Only actions are given what it takes to reach the cache of GitHub; commands of a workflow are not. */
function isLost(cache: string): boolean {
  return /(?:^|,)type=gha(?:,|$)/.test(cache) && !/(?:^|,)token=/.test(cache) && (process.env['ACTIONS_RUNTIME_TOKEN'] ?? '') === '';
}

function unique(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((fault) => [fault.message, fault])).values()];
}
