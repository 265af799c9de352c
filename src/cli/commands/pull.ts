/**
 * `pull`: takes the project's image from its registry, as somebody else has pushed it.
 */

import { builtOptions } from '../built-options.js';
import { command } from '../command.js';

export const pull = command({
  subject: { name: 'image', many: true, describe: 'an image by its name; that of the definition unless named', values: () => [] },
  summary: 'get the image from its registry',
  options: {
    ...builtOptions,
    platform: { type: 'string', requiresArg: true, describe: 'linux/arm64: not that of this machine' },
    'dry-run': { type: 'boolean', default: false, describe: 'print the command, do nothing' },
  },
  examples: [
    ['imagewright pull', 'what a colleague has pushed; then "imagewright run"'],
    ['imagewright pull debian:bookworm-slim', 'any other image'],
  ],
  manual: {
    about: [
      'Gets the images of the definition from their registries, each by its first name, or those that are named. Files that only a build needs are not looked for: image.ts is enough.',
    ],
    afterDashes: 'options of the engine',
    seeAlso: ['login', 'run', 'push'],
  },
  run: async (args, output) => (await import('../sharing/pull-images.js')).pullImages(args, output),
});
