/**
 * `start`: containers of this project that have ended go on.
 */

import { command } from '../command.js';
import { containersSubject } from '../life/containers-subject.js';
import { lifeOptions } from '../life/life-options.js';

export const start = command({
  subject: { ...containersSubject, many: true },
  summary: 'start containers of this project again that have ended',
  options: {
    ...lifeOptions,
    all: { type: 'boolean', default: false, describe: 'all that are stopped' },
    attach: { alias: 'a', type: 'boolean', default: false, describe: 'show what it prints, until it ends' },
    interactive: { alias: 'i', type: 'boolean', default: false, describe: 'attach, and hand on what is typed' },
  },
  examples: [
    ['imagewright start', 'the only one that is stopped'],
    ['imagewright start -i ebb', 'go on with the shell that it runs'],
  ],
  manual: {
    about: [
      'Runs the command of a container once more, in the files that it left. Without a name it is the only container of this project that is stopped. With -a or -i the exit code is that of the command; a shell that was started with -it goes on with -i.',
    ],
    afterDashes: "options of the engine's start",
    seeAlso: ['run', 'ps', 'stop'],
  },
  run: async (args, output) => (await import('../life/start-containers.js')).startContainers(args, output),
});
