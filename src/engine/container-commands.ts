/**
 * containerCommands: the argument lists by which docker, podman and nerdctl start, stop and remove containers: Docker's words, which all have taken over.
 *
 *     { names: ['sea'], attach: true, interactive: true, … }   start -a -i -- sea
 */

import type { ContainerStore } from './store.js';

export const containerCommands: Omit<ContainerStore, 'listArguments' | 'read'> = {
  imageArguments: (names) => ['container', 'inspect', '--format', '{{.Image}}', '--', ...names],
  inspectArguments: (name) => ['container', 'inspect', '--format', '{{.Id}}', '--', name],
  startArguments: ({ names, attach, interactive, extra }) => [
    'start',
    ...(attach ? ['-a'] : []),
    ...(interactive ? ['-i'] : []),
    ...extra,
    '--',
    ...names,
  ],
  stopArguments: ({ names, seconds, extra }) => ['stop', ...(seconds === undefined ? [] : ['-t', seconds]), ...extra, '--', ...names],
  logsArguments: ({ name, follow, tail, extra }) => [
    'logs',
    ...(follow ? ['-f'] : []),
    ...(tail === undefined ? [] : ['--tail', tail]),
    ...extra,
    '--',
    name,
  ],
  removeArguments: ({ names, force, extra }) => ['rm', ...(force ? ['-f'] : []), ...extra, '--', ...names],
  killArguments: (name) => ['kill', '--', name],
};
