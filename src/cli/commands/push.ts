/**
 * `push`: gives the project's image to its registry, by all its names.
 */

import { builtOptions } from '../built-options.js';
import { command } from '../command.js';

export const push = command({
  subject: { name: 'image', many: true, describe: 'names of images; all those of the definition unless named', values: () => [] },
  summary: 'push the image to its registry',
  options: {
    ...builtOptions,
    'dry-run': { type: 'boolean', default: false, describe: 'print the commands, do nothing' },
  },
  examples: [
    ['imagewright push', 'every name that the definition has for it: version and tags'],
    ['imagewright push youruser/word_count:0.1', 'this name alone'],
  ],
  manual: {
    about: [
      'Pushes every name that the definition has for its images, or the names that are given. A name must fit its registry, youruser/yourimage on Docker Hub, and the image must have been built: both are looked at before anything is pushed. Progress is that of the engine.',
    ],
    afterDashes: 'options of the engine',
    seeAlso: ['login', 'tag', 'build', 'pull'],
  },
  run: async (args, output) => (await import('../sharing/push-images.js')).pushImages(args, output),
});
