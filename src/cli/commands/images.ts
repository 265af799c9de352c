/**
 * `images`: the images of this project that the engine has, found by label.
 */

import { command } from '../command.js';
import { lifeOptions } from '../life/life-options.js';

export const images = command({
  summary: 'the images of this project, whichever name they were given',
  options: {
    ...lifeOptions,
    ids: { alias: 'q', type: 'boolean', default: false, describe: 'their ids alone' },
  },
  examples: [
    ['imagewright images', 'a table of them'],
    ['docker tag $(imagewright images -q) other:1', 'their ids, for another command'],
  ],
  manual: {
    about: [
      'Images are found by the label that "build" puts on them, so that one that was tagged otherwise is listed, too, and one of another project that has the same name is not. What "docker build" makes by itself has no label.',
    ],
    seeAlso: ['build', 'rmi', 'ps'],
  },
  run: async (args, output) => (await import('../life/list-images.js')).listImages(args, output),
});
