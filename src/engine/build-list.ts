/**
 * buildList(): the argument list of `build`, of which all engines understand the most; what only one of them has is given to it.
 *
 *     { file: 'Dockerfile', tags: ['word_count:0.1'], … }, { output: ['--load'] }   build -f Dockerfile -t word_count:0.1 --load -- .
 */

import type { BuildOptions } from './engine.js';
import { repeatOption } from './repeat-option.js';

export interface OwnArguments {
  /** Options behind the file. */
  readonly beside?: readonly string[];
  /** @default '-t' */
  readonly tagOption?: string;
  /** Where the result goes. */
  readonly output?: readonly string[];
  /** @default '--pull' */
  readonly pullOption?: string;
}

export function buildList(options: BuildOptions, own: OwnArguments): readonly string[] {
  return [
    'build',
    ...['-f', options.file],
    ...(own.beside ?? []),
    ...repeatOption(own.tagOption ?? '-t', options.tags),
    ...(options.target === undefined ? [] : ['--target', options.target]),
    ...(options.platforms.length === 0 ? [] : ['--platform', options.platforms.join(',')]),
    ...(own.output ?? []),
    ...(options.pull === true ? [own.pullOption ?? '--pull'] : []),
    ...(options.cache ? [] : ['--no-cache']),
    ...repeatOption('--cache-from', options.cacheFrom),
    ...repeatOption('--cache-to', options.cacheTo),
    ...repeatOption('--build-context', options.contexts ?? []),
    ...repeatOption('--secret', options.secrets),
    ...repeatOption('--ssh', options.ssh ?? []),
    ...(options.provenance === undefined ? [] : ['--provenance', options.provenance]),
    ...(options.sbom === undefined ? [] : ['--sbom', options.sbom]),
    ...repeatOption('--label', options.labels ?? []),
    ...options.extra,
    '--',
    options.context,
  ];
}
