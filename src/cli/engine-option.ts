/** `--engine`, whose choices are the table of engines. */

import { engines, type EngineName } from '../engine/index.js';
import type { CommandOptions } from './command.js';

export const engineOption = {
  engine: { choices: Object.keys(engines) as EngineName[], describe: 'the engine; the first that is installed unless named' },
} as const satisfies CommandOptions;
