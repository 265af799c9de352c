/**
 * `stop`: containers of this project end.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';

export const stop = command({
  subject: { ...containersSubject, many: true },
  summary: 'end running containers of this project',
  options: {
    ...lifeOptions,
    all: { type: 'boolean', default: false, describe: 'all that are running' },
    time: { alias: 't', type: 'string', requiresArg: true, describe: 'seconds that they have to end by themselves' },
  },
  examples: [
    ['imagewright stop', 'the only one that is running'],
    ['imagewright stop ebb flow', 'two of several'],
  ],
  manual: {
    about: [
      'Asks the program in the container to end, and ends it when it has not done so in ten seconds, or those of --time. Without a name it is the only container of this project that is running; if there are several, they are listed, and none is stopped.',
    ],
    afterDashes: "options of the engine's stop",
    seeAlso: ['ps', 'start', 'rm'],
  },
  run: async (args, output) => (await import('../life/stop-containers.js')).stopContainers(args, output),
});
