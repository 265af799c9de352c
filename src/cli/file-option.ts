/** `--file`, of verbs whose positional arguments are names. */

import type { CommandOptions } from './command.js';
import { definitionSubject } from './definition-subject.js';

export const fileOption = {
  file: { type: 'string', requiresArg: true, describe: definitionSubject.describe },
} as const satisfies CommandOptions;
