/**
 * `images`: the images of this project that the engine has, found by label.
 */

import { command } from '../command.js';
import { lifeOptions } from '../life/life-options.js';
import { listImages } from '../life/list-images.js';

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
  run: listImages,
});
