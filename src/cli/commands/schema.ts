/**
 * `schema`: the JSON Schema of image.json, for editors and for programs that write definitions.
 */

import { command } from '../command.js';
import { printSchema } from '../print-schema.js';

export const schema = command({
  summary: 'print the JSON Schema of image.json, for editors',
  options: {
    output: { alias: 'o', type: 'string', requiresArg: true, describe: 'write it to this file' },
  },
  examples: [['imagewright schema -o image.schema.json', 'for "$schema": "./image.schema.json" in image.json']],
  manual: {
    about: [
      'A definition may be JSON: image.json. Its JSON Schema, which editors complete and check by, is printed, or written with -o. The schema is that of this version of imagewright.',
    ],
    seeAlso: ['generate'],
  },
  run: printSchema,
});
