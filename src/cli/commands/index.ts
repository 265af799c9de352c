/** The verbs, in the order of the help. */

import type { AnyCommand } from '../command.js';
import { build } from './build.js';
import { check } from './check.js';
import { doctor } from './doctor.js';
import { generate } from './generate.js';
import { init } from './init.js';
import { run } from './run.js';

export const commands = { init, generate, check, build, run, doctor } satisfies Record<string, AnyCommand>;
