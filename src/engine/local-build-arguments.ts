/**
 * localBuildArguments(): the argument lists of engines whose `build` always ends in their own store and never pushes: podman, buildah, nerdctl, and Docker's legacy builder.
 *
 * A push is a command of its own, for each tag. `--load` is what they do anyway.
 *
 *     { tags: ['team/word_count:0.1'], push: true, … }   build -f Dockerfile -t team/word_count:0.1 -- .
 *                                                        push -- team/word_count:0.1
 */

import { buildList } from './build-list.js';
import type { BuildOptions } from './engine.js';

export interface Dialect {
  /** Whether its `build` is Buildah's, which wants to be told the ignore file, and gathers platforms by `--manifest` rather than `-t`. */
  readonly isBuildah: boolean;
}

export function localBuildArguments(options: BuildOptions, { isBuildah }: Dialect): readonly (readonly string[])[] {
  const manifest = isBuildah && options.platforms.length > 1;
  // OCI's format, its default, has no HEALTHCHECK, SHELL and ONBUILD: they would be left out.
  const beside = isBuildah ? ['--ignorefile', options.ignoreFile, '--format', 'docker'] : [];
  const build = buildList(options, { beside, tagOption: manifest ? '--manifest' : '-t' });
  const push = manifest ? ['manifest', 'push', '--all', '--'] : ['push', '--'];
  return [build, ...(options.push ? options.tags.map((tag) => [...push, tag]) : [])];
}
