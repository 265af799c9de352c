/**
 * `tag`: a further name for the image: for another registry, say.
 */

import { builtOptions } from '../built-options.js';
import { command } from '../command.js';

export const tag = command({
  subject: { name: 'image', many: true, describe: 'the new name; before it an image, unless it is the one of the definition', values: () => [] },
  summary: 'give the image a further name',
  options: {
    ...builtOptions,
    'dry-run': { type: 'boolean', default: false, describe: 'print the command, do nothing' },
  },
  examples: [
    ['imagewright tag youruser/word_count:0.1', 'for Docker Hub; then "imagewright push youruser/word_count:0.1"'],
    ['imagewright tag debian:bookworm-slim registry.example.org/base:1', 'of any image'],
  ],
  manual: {
    about: [
      'With one name, the image of the definition is called so, too; with two, the first is the image and the second the name. It was built before: nothing is copied.',
    ],
    seeAlso: ['push', 'build'],
  },
  run: async (args, output) => (await import('../sharing/tag-image.js')).tagImage(args, output),
});
