/**
 * `rmi`: images of this project go.
 */

import { command } from '../command.js';
import { lifeOptions } from '../life/life-options.js';
import { removeImages } from '../life/remove-images.js';

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
  run: removeImages,
});
