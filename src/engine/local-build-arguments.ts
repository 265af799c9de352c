/**
 * localBuildArguments(): the argument lists of engines whose `build` always ends in their own store and never pushes: podman, buildah, nerdctl, and Docker's legacy builder.
 *
 * A push is a command of its own, for each tag. `--load` is what they do anyway.
 *
 *     { tags: ['team/word_count:0.1'], push: true, … }   build -f Dockerfile -t team/word_count:0.1 -- .
 *                                                        push -- team/word_count:0.1
 */

import { buildList, type OwnArguments } from './build-list.js';
import type { BuildOptions } from './engine.js';
import { registryCache } from './registry-cache.js';
import { buildahSharing, dockerSharing } from './sharing.js';

export interface Dialect {
  /** Whether its `build` is Buildah's, which wants to be told the ignore file, and gathers platforms by `--manifest` rather than `-t`. */
  readonly isBuildah: boolean;
}

export function localBuildArguments(options: BuildOptions, { isBuildah }: Dialect): readonly (readonly string[])[] {
  const manifest = isBuildah && options.platforms.length > 1;
  const build = isBuildah
    ? buildList(asBuildah(options), { ...buildahArguments(options), tagOption: manifest ? '--manifest' : '-t' })
    : buildList(options, {});
  const { pushArguments } = isBuildah ? buildahSharing : dockerSharing;
  return [build, ...(options.push ? options.tags.map((name) => pushArguments({ name, isIndex: manifest, extra: [] })) : [])];
}

function buildahArguments({ ignoreFile }: BuildOptions): OwnArguments {
  // OCI's format, its default, has no HEALTHCHECK, SHELL and ONBUILD: they would be left out. Without layers it keeps nothing for the next build.
  return { beside: ['--ignorefile', ignoreFile, '--format', 'docker', '--layers'], pullOption: '--pull=true' };
}

/** Its caches are repositories, without more words; of attestations it has none, so that nothing need be said where none is wanted. */
function asBuildah(options: BuildOptions): BuildOptions {
  const names = (caches: readonly string[]) => caches.map((cache) => registryCache(cache) ?? cache);
  return { ...options, cacheFrom: names(options.cacheFrom), cacheTo: names(options.cacheTo), provenance: undefined, sbom: undefined };
}
