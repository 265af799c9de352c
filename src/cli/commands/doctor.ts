/**
 * `doctor`: looks at what a build will need, and says what would go wrong and what to do about it.
 */

import { command } from '../command.js';
import { definitionOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { engineOption } from '../engine-option.js';

export const doctor = command({
  subject: definitionSubject,
  summary: 'what would go wrong here, and the remedy',
  options: { ...definitionOptions, ...engineOption },
  examples: [['imagewright doctor', 'before the first build, or when one fails']],
  manual: {
    about: ['Looks at what a build needs, one line for each thing, and at what would go wrong, each with its remedy. Nothing is changed.'],
    environment: {
      'HTTPS_PROXY, HTTP_PROXY': 'builds do not get them from here: that is told',
      DOCKER_CONFIG: 'where Docker keeps who is logged in, and its proxies',
    },
    exits: { '1': 'something would go wrong' },
    seeAlso: ['build', 'check'],
  },
  // Few runs need it.
  run: async (args, output) => (await import('../diagnose.js')).diagnose(args, output),
});
