/**
 * `run`: a container of the image, as the definition's container profile says. It builds nothing.
 */

import { command } from '../command.js';
import { definitionOptions, imageOption } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { engineOption } from '../engine-option.js';

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
    rm: { type: 'boolean', describe: 'remove the container when it ends (--no-rm: keep it)' },
    name: { type: 'string', requiresArg: true, describe: 'name of the container' },
    volume: { alias: 'v', type: 'string', array: true, nargs: 1, describe: 'HOST:PATH; a missing folder is made' },
    publish: { alias: 'p', type: 'string', array: true, nargs: 1, describe: 'HOSTPORT:PORT' },
    env: { alias: 'e', type: 'string', array: true, nargs: 1, describe: 'NAME=VALUE, or NAME for that of your own environment' },
    user: { alias: 'u', type: 'string', requiresArg: true, describe: 'whom it runs as: a name, UID:GID, or caller for yourself' },
    'dry-run': { type: 'boolean', default: false, describe: 'print the command, do nothing' },
  },
  examples: [
    ['imagewright run', "the image's own command"],
    ['imagewright run -it -- bash', 'another one'],
    ['imagewright run -d --name ebb -p 8080:80', 'in the background'],
    ['imagewright run -v ./results:/opt/results -u caller', 'what it writes is yours'],
  ],
  manual: {
    about: [
      'Starts a container of the image that was built, with the mounts, ports, variables and user of "container" in the definition. Folders of the host that are not there are made, and are yours, not those of root. The exit code is that of the command in the container.',
      'Ctrl-C goes to that command; a second one ends the container, whatever the command does. A name, or a port of the host, that another container has is told before anything is made.',
      'What stands after -- is the command, instead of that of the image.',
    ],
    afterDashes: 'command',
    seeAlso: ['build', 'ps', 'logs', 'stop', 'rm'],
  },
  run: async (args, output) => (await import('../run-container.js')).runContainer(args, output),
});
