/**
 * Docker, 23 or newer: `docker build` is buildx's, which pushes, loads and exports caches itself.
 */

import type { BuildOptions, Engine } from './engine.js';
import { repeatOption } from './repeat-option.js';
import { runArguments } from './run-arguments.js';

export const docker: Engine = {
  name: 'docker',
  command: 'docker',
  website: 'https://docs.docker.com/engine/install/',
  versionArguments: ['version', '--format', '{{.Client.Version}} (server {{.Server.Version}})'],
  buildArguments,
  runArguments,
  inspectArguments: (image) => ['image', 'inspect', '--format', '{{.Id}}', '--', image],
};

function buildArguments(options: BuildOptions): readonly (readonly string[])[] {
  const build = [
    'build',
    ...['-f', options.file],
    ...repeatOption('-t', options.tags),
    ...(options.target === undefined ? [] : ['--target', options.target]),
    ...(options.platforms.length === 0 ? [] : ['--platform', options.platforms.join(',')]),
    ...(options.push ? ['--push'] : []),
    ...(options.load ? ['--load'] : []),
    ...(options.cache ? [] : ['--no-cache']),
    ...repeatOption('--cache-from', options.cacheFrom),
    ...repeatOption('--cache-to', options.cacheTo),
    ...repeatOption('--secret', options.secrets),
    ...options.extra,
    '--',
    options.context,
  ];
  return [build];
}
