/**
 * `logout`: the engine forgets what `login` told it.
 */

import { builtOptions } from '../built-options.js';
import { command } from '../command.js';
import { registrySubject } from '../registry-subject.js';

export const logout = command({
  subject: registrySubject,
  summary: 'log the engine out of a registry',
  options: builtOptions,
  examples: [['imagewright logout registry.example.org', 'the engine forgets its password']],
  manual: {
    about: ['The engine forgets user and password of the registry.'],
    seeAlso: ['login'],
  },
  run: async (args, output) => (await import('../sharing/log-in.js')).logOut(args, output),
});
