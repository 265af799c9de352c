/**
 * localBuildArguments(): the argument lists of engines whose `build` always ends in their own store and never pushes: podman, buildah, nerdctl.
 *
 * A push is a command of its own, for each tag. `--load` is what they do anyway.
 *
 *     { tags: ['team/word_count:0.1'], push: true, … }   build -f Dockerfile -t team/word_count:0.1 -- .
 *                                                        push -- team/word_count:0.1
 */

import { buildList } from './build-list.js';
import type { BuildOptions } from './engine.js';

export interface Dialect {
  /** Whether the ignore file must be named: `--ignorefile`. */
  readonly ignoreFile: boolean;
  /** Whether several platforms are gathered by `--manifest` rather than `-t`. */
  readonly manifest: boolean;
}

export function localBuildArguments(options: BuildOptions, dialect: Dialect): readonly (readonly string[])[] {
  const manifest = dialect.manifest && options.platforms.length > 1;
  const ignoreFile = dialect.ignoreFile ? ['--ignorefile', options.ignoreFile] : [];
  const build = buildList(options, { ignoreFile, tagOption: manifest ? '--manifest' : '-t' });
  const push = manifest ? ['manifest', 'push', '--all', '--'] : ['push', '--'];
  return [build, ...(options.push ? options.tags.map((tag) => [...push, tag]) : [])];
}
