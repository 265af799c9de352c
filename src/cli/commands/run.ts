/**
 * `run`: a container of the image, as the definition's container profile says. It builds nothing.
 */

import { command } from '../command.js';
import { definitionOptions, imageOption } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { engineOption } from '../engine-option.js';
import { runContainer } from '../run-container.js';

export const run = command({
  subject: definitionSubject,
  summary: 'run a container of the image, as the definition says',
  options: {
    ...definitionOptions,
    ...engineOption,
    image: imageOption,
    detach: { alias: 'd', type: 'boolean', describe: 'in the background' },
    interactive: { alias: 'i', type: 'boolean', describe: 'keep stdin open' },
    tty: { alias: 't', type: 'boolean', describe: 'with a terminal: -it for a shell' },
    name: { type: 'string', requiresArg: true, describe: 'name of the container' },
    volume: { alias: 'v', type: 'string', array: true, nargs: 1, describe: 'HOST:PATH; a missing folder is made' },
    publish: { alias: 'p', type: 'string', array: true, nargs: 1, describe: 'HOSTPORT:PORT' },
    'dry-run': { type: 'boolean', default: false, describe: 'print the command, do nothing' },
  },
  examples: [
    ['imagewright run', "the image's own command"],
    ['imagewright run -it -- bash', 'another one'],
  ],
  manual: {
    about: [
      'Starts a container of the image that was built, with the mounts, ports, variables and user of "container" in the definition. Folders of the host that are not there are made, and are yours, not those of root. The exit code is that of the command in the container.',
      'What stands after -- is the command, instead of that of the image.',
    ],
    afterDashes: 'command',
    seeAlso: ['build'],
  },
  run: runContainer,
});
