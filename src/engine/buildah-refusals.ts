/**
 * buildahRefusals(): what Buildah, and podman with it, cannot be asked for: attestations, and caches that are kept elsewhere than in a repository of a registry.
 */

import type { BuildOptions, Refusal } from './engine.js';
import { isWanted } from './is-wanted.js';
import { registryCache } from './registry-cache.js';
import { cacheWithoutKeys } from './without-keys.js';

export function buildahRefusals({ provenance, sbom, cacheFrom, cacheTo }: BuildOptions): readonly Refusal[] {
  return [
    ...(isWanted(provenance) ? [noProvenance] : []),
    ...(isWanted(sbom) ? [noSbom] : []),
    ...cacheFrom.flatMap((cache) => cacheRefusal('--cache-from', cache)),
    ...cacheTo.flatMap((cache) => cacheRefusal('--cache-to', cache)),
  ];
}

const noProvenance: Refusal = {
  option: '--provenance',
  reason: 'writes no attestations',
  remedy: 'leave it out, and attest what was pushed (cosign attest), or build with --engine docker',
};

const noSbom: Refusal = {
  option: '--sbom',
  reason: 'writes no attestations; its own --sbom runs a scanner, and saves a file',
  remedy: 'leave it out; for the file: imagewright build -- --sbom=syft-cyclonedx --sbom-output=sbom.json',
};

function cacheRefusal(option: string, cache: string): readonly Refusal[] {
  const shown = `${option} ${cacheWithoutKeys(cache)}`;
  const repository = registryCache(cache);
  if (repository === undefined) {
    const remedy = `name a repository: ${option} registry.example.org/team/cache`;
    return [{ option: shown, reason: 'keeps caches in a repository of a registry only', remedy }];
  }
  const bare = repository.replace(/@.*$/, '').replace(/:[^/]*$/, '');
  return bare === repository ? [] : [{ option: shown, reason: 'names the tags of a cache itself', remedy: `write ${option} ${bare}` }];
}
