/**
 * `explain`: what each pass of the compiler changed, before and after, and why; or where a line of the Dockerfile comes from.
 */

import { command } from '../command.js';
import { compileOptions } from '../compile-options.js';

export const explain = command({
  subject: { name: 'line', describe: 'a line of the Dockerfile; or the definition file, where that is not image.ts' },
  summary: 'what each pass changed, and why; or where a line comes from',
  options: {
    ...compileOptions,
    line: { type: 'string', requiresArg: true, describe: 'a line of the Dockerfile, where the definition file is named' },
    'after-build': { type: 'boolean', default: false, describe: 'also what each step took and holds, as docker remembers the last build' },
  },
  examples: [
    ['imagewright explain', 'how the Dockerfile came to be what it is'],
    ['imagewright explain 12', 'where line 12 of the Dockerfile comes from'],
  ],
  manual: {
    about: [
      'Without a number: every pass of the compiler that changed something, with the lines before and after, and why. With the number of a line of the Dockerfile: the place of the definition that it comes from.',
    ],
    seeAlso: ['generate'],
  },
  // Few runs need it.
  run: async (args, output) => (await import('../explain/explain-project.js')).explainProject(args, output),
});
