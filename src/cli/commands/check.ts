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
  manual: {
    about: [
      'Compares the files that are there with what the definition gives: Dockerfile, its ignore file, and docker-bake.json where that was generated too. The diff on stdout leads from the file to what it should be, as "diff -u" writes it. Newlines that git has turned to CRLF are no difference.',
    ],
    exits: { '1': 'a file is stale, missing, changed by hand, or was never generated' },
    seeAlso: ['generate', 'init'],
  },
  run: checkProject,
});
