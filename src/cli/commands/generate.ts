/**
 * `generate`: image.ts → Dockerfile and its ignore file; or to stdout; or as data.
 */

import { command } from '../command.js';
import { compileOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { generateFiles } from '../generate-files.js';

const formats = ['dockerfile', 'json', 'ir', 'bake', 'apptainer'] as const;

export const generate = command({
  subject: definitionSubject,
  summary: 'write the Dockerfile and its ignore file',
  options: {
    ...compileOptions,
    output: { alias: 'o', type: 'string', requiresArg: true, describe: 'write to this file, and its ignore file beside it' },
    stdout: { type: 'boolean', default: false, describe: 'print the file, without the ignore file; write nothing' },
    check: { type: 'boolean', default: false, describe: 'as the verb check: write nothing, 1 when a file is stale' },
    format: {
      choices: formats,
      default: 'dockerfile',
      describe: 'bake: docker-bake.json, of all images; apptainer: NAME.def; json and ir are printed',
    },
    watch: { type: 'boolean', default: false, describe: 'again whenever the definition, or a file that it names, changes' },
    'refresh-order': { type: 'boolean', default: false, describe: 'order layers by how often files change, as the history of git has it now' },
    force: { type: 'boolean', default: false, describe: 'replace files that were written or changed by hand' },
  },
  examples: [
    ['imagewright generate', 'image.ts to Dockerfile'],
    ['imagewright generate --stdout', 'to look at it before anything is written'],
    ['imagewright generate --format apptainer', 'image.ts to NAME.def, for "apptainer build"'],
  ],
  manual: {
    about: [
      'Writes Dockerfile and Dockerfile.dockerignore beside the definition; of several images, NAME.Dockerfile and NAME.Dockerfile.dockerignore. Commit them: a stock "docker build ." needs nothing else.',
      'Each generated file has a header with a hash. One that was written or changed by hand is left as it is, and then none is written; --force replaces it. What is written is written whole or not at all.',
    ],
    exits: { '1': 'with --check: a file is stale' },
    seeAlso: ['check', 'explain', 'eject'],
  },
  run: generateFiles,
});
