/**
 * `check`: whether the files that are there are what image.ts gives: 1 and a unified diff on stdout when not. Writes nothing.
 */

import { checkProject } from '../check-project.js';
import { command } from '../command.js';
import { compileOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';

export const check = command({
  subject: definitionSubject,
  summary: '1 and a diff when a generated file is stale; writes nothing',
  options: {
    ...compileOptions,
    output: { alias: 'o', type: 'string', requiresArg: true, describe: 'the Dockerfile to check' },
  },
  examples: [['imagewright check', 'in CI: fails when somebody forgot to generate']],
  run: checkProject,
});
