/**
 * `logs`: what a container of this project has printed.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';
import { showLog } from '../life/show-log.js';

export const logs = command({
  subject: containersSubject,
  summary: 'what a container of this project has printed',
  options: {
    ...lifeOptions,
    follow: { alias: 'f', type: 'boolean', default: false, describe: 'wait for more, until it ends' },
    tail: { alias: 'n', type: 'string', requiresArg: true, describe: 'lines from the end' },
  },
  examples: [
    ['imagewright logs', 'of the only container'],
    ['imagewright logs -f --tail 20 ebb', 'the last lines, and what comes'],
  ],
  run: showLog,
});
