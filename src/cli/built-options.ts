/** Options of verbs about images that are there already, and whose positional arguments are names of those: which definition file, and which of its images. */

import type { CommandOptions } from './command.js';
import { definitionOptions, imageOption } from './compile-options.js';
import { engineOption } from './engine-option.js';
import { fileOption } from './file-option.js';

export const builtOptions = {
  ...definitionOptions,
  ...engineOption,
  ...fileOption,
  name: imageOption,
} as const satisfies CommandOptions;
