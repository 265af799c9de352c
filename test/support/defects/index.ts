/** All cases, by theme; and what other tests show. */

import { bases } from './bases.js';
import { commands } from './commands.js';
import type { DefectCase } from './defect-case.js';
import { definitions } from './definitions.js';
import { packages } from './packages.js';
import { values } from './values.js';

export const defects: Readonly<Record<string, readonly DefectCase[]>> = {
  'Values and paths': values,
  'Commands and scripts': commands,
  Packages: packages,
  'Base images': bases,
  Definitions: definitions,
};

/** `behaviour` is the title of a test in `test`. */
export const elsewhere: readonly (Pick<DefectCase, 'defect' | 'behaviour'> & { readonly test: string })[] = [
  {
    defect: 'what was made from a saved JSON installs twice, and from what that saves four times',
    behaviour: 'a definition as JSON makes the same, however often',
    test: 'test/defects-of-the-field.test.ts',
  },
  {
    defect: 'the second run leaves out arguments that the first was given',
    behaviour: 'has nothing to change when it runs again, whatever the definition says',
    test: 'test/cli/commands/generate.test.ts',
  },
  {
    defect: 'the examples of the README are refused, or call functions that there are not',
    behaviour: 'the examples of its README run as they stand',
    test: 'test/package.test.ts',
  },
];
