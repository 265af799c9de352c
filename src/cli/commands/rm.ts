/**
 * `rm`: containers of this project go.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';

export const rm = command({
  subject: { ...containersSubject, many: true },
  summary: 'remove containers of this project',
  options: {
    ...lifeOptions,
    all: { type: 'boolean', default: false, describe: 'all of them' },
    force: { alias: 'f', type: 'boolean', default: false, describe: 'those that are running, too' },
  },
  examples: [
    ['imagewright rm', 'the only one'],
    ['imagewright rm -f --all', 'all of them, running or not'],
  ],
  manual: {
    about: [
      'Removes containers, and what was written in them besides mounts and volumes. Without a name it is the only container of this project; if there are several, they are listed, and none is removed. Nor is any where one of them is running, without -f.',
    ],
    afterDashes: "options of the engine's rm",
    seeAlso: ['ps', 'stop', 'rmi'],
  },
  run: async (args, output) => (await import('../life/remove-containers.js')).removeContainers(args, output),
});
