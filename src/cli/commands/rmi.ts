/**
 * `rmi`: images of this project go.
 */

import { command } from '../command.js';
import { lifeOptions } from '../life/life-options.js';

export const rmi = command({
  subject: { name: 'IMAGE', describe: 'name or id; the only image of this project unless named', many: true, values: () => [] },
  summary: 'remove images of this project',
  options: {
    ...lifeOptions,
    all: { type: 'boolean', default: false, describe: 'all of them' },
    force: { alias: 'f', type: 'boolean', default: false, describe: 'also those that have containers' },
  },
  examples: [
    ['imagewright rmi', 'the only one, with all of its names'],
    ['imagewright rmi word_count:0.1', 'one by its name'],
  ],
  manual: {
    about: [
      'Removes names of images, and an image with its last name. Without a name it is the only image of this project, with all of its names. Nothing is removed where an image has containers of this project, without -f.',
    ],
    afterDashes: "options of the engine's rmi",
    seeAlso: ['images', 'rm'],
  },
  run: async (args, output) => (await import('../life/remove-images.js')).removeImages(args, output),
});
