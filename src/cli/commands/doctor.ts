/**
 * `doctor`: looks at what a build will need, and says what would go wrong and what to do about it.
 */

import { command } from '../command.js';
import { definitionOptions } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { diagnose } from '../diagnose.js';
import { engineOption } from '../engine-option.js';

export const doctor = command({
  subject: definitionSubject,
  summary: 'what would go wrong here, and the remedy',
  options: { ...definitionOptions, ...engineOption },
  examples: [['imagewright doctor', 'before the first build, or when one fails']],
  manual: {
    about: ['Looks at what a build needs, one line for each thing, and at what would go wrong, each with its remedy. Nothing is changed.'],
    exits: { '1': 'something would go wrong' },
    seeAlso: ['build', 'check'],
  },
  run: diagnose,
});
