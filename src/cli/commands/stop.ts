/**
 * `stop`: containers of this project end.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';
import { stopContainers } from '../life/stop-containers.js';

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
  run: stopContainers,
});
