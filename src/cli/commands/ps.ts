/**
 * `ps`: the containers of this project that run, or all of them, found by label.
 */

import { command } from '../command.js';
import { lifeOptions } from '../life/life-options.js';

export const ps = command({
  summary: 'the containers of this project that are running, or all',
  options: {
    ...lifeOptions,
    all: { alias: 'a', type: 'boolean', default: false, describe: 'those that have ended, too' },
    ids: { alias: 'q', type: 'boolean', default: false, describe: 'their ids alone' },
  },
  examples: [
    ['imagewright ps', 'those that are running'],
    ['imagewright ps -a', 'all'],
  ],
  manual: {
    about: [
      'Containers are found by the label that "run" puts on them, or that they have from an image of this project: also those that were started without imagewright. Long commands are cut; with --json they are whole.',
    ],
    seeAlso: ['run', 'start', 'stop', 'logs', 'rm'],
  },
  run: async (args, output) => (await import('../life/list-containers.js')).listContainers(args, output),
});
