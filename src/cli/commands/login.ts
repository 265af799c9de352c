/**
 * `login`: makes the engine known to a registry, which it asks for images from then on.
 */

import { builtOptions } from '../built-options.js';
import { command } from '../command.js';
import { registrySubject } from '../registry-subject.js';

export const login = command({
  subject: registrySubject,
  summary: 'log the engine in to a registry',
  options: {
    ...builtOptions,
    username: { alias: 'u', type: 'string', requiresArg: true, describe: 'who; asked for on a terminal' },
    'password-stdin': { type: 'boolean', default: false, describe: 'the password, or an access token, is on stdin; else it is asked for' },
    // Refused, with the reason; not by a parser, which would repeat it.
    password: { alias: 'p', type: 'string', hidden: true },
  },
  examples: [
    ['imagewright login', 'to the registry that image.ts names, or Docker Hub'],
    ['imagewright login registry.example.org -u ada --password-stdin < token', 'without a terminal'],
  ],
  manual: {
    about: [
      'The engine asks for user and password, or the password is on stdin, and the engine keeps the login where it keeps such things. The password is never an argument, which everybody on the machine could see, and imagewright neither reads nor writes it.',
    ],
    afterDashes: 'options of the engine',
    seeAlso: ['push', 'pull', 'logout'],
  },
  run: async (args, output) => (await import('../sharing/log-in.js')).logIn(args, output),
});
