/**
 * `logs`: what a container of this project has printed.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';

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
  manual: {
    about: [
      'Shows what the container printed on both streams, each on ours. Without a name it is the only container of this project, running or not. One that was removed when it ended has no log: see --no-rm of run.',
    ],
    afterDashes: "options of the engine's logs",
    seeAlso: ['run', 'ps'],
  },
  run: async (args, output) => (await import('../life/show-log.js')).showLog(args, output),
});
