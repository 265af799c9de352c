/**
 * `eject`: takes the header off the generated files: from then on they are the user's own, and image.ts has no part in them.
 */

import { command } from '../command.js';
import { definitionOptions, imageOption } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';

export const eject = command({
  subject: definitionSubject,
  summary: 'make the generated files your own: without the header, never written again',
  options: {
    ...definitionOptions,
    name: imageOption,
    output: { alias: 'o', type: 'string', requiresArg: true, describe: 'the Dockerfile to eject, where it was written elsewhere' },
    'dry-run': { type: 'boolean', default: false, describe: 'say what would be ejected, do nothing' },
  },
  examples: [
    ['imagewright eject', 'Dockerfile and its ignore file, as they are'],
    ['imagewright generate --force', 'the way back: what image.ts says replaces them'],
  ],
  manual: {
    about: [
      'A generated file is known by its header. Without it, the file is one that somebody wrote: "generate" does not replace it, and "check" finds that it was not written by imagewright. Build it with your engine from then on: docker build .',
      'It is the files as they stand that are ejected, with what was changed in them by hand; one that is stale is told of. Nothing is removed: "imagewright generate --force" is the way back.',
    ],
    seeAlso: ['generate', 'check'],
  },
  // Few runs need it.
  run: async (args, output) => (await import('../eject-files.js')).ejectFiles(args, output),
});
