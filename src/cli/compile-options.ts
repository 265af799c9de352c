/** Options of all verbs that load a definition, and of those that compile it: which image, and how. */

import type { CommandOptions } from './command.js';

export const definitionOptions = {
  arg: { type: 'string', array: true, nargs: 1, describe: 'a word for a definition that is a function: its `args`' },
} as const satisfies CommandOptions;

/** Whatever its name is: completion knows it as this very one. */
export const imageOption = {
  type: 'string',
  requiresArg: true,
  describe: 'one of several images of the file',
} as const satisfies CommandOptions[string];

export const compileOptions = {
  ...definitionOptions,
  name: imageOption,
  layers: { choices: ['cache', 'fewest', 'as-written'], describe: 'how far layers are merged, whatever the definition says' },
  comments: { type: 'boolean', default: true, describe: 'comments in the Dockerfile (--no-comments: none)' },
} as const satisfies CommandOptions;
