/** Options of all verbs that compile: which image, and how. */

import type { CommandOptions } from './command.js';

export const compileOptions = {
  name: { type: 'string', requiresArg: true, describe: 'one of several images of the file' },
  layers: { choices: ['cache', 'fewest', 'as-written'], describe: 'how far layers are merged, whatever the definition says' },
  comments: { type: 'boolean', default: true, describe: 'comments in the Dockerfile (--no-comments: none)' },
} as const satisfies CommandOptions;
