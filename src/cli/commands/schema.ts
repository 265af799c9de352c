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
  run: printSchema,
});
