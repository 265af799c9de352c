/** askEngine(): what an engine answers, or an error with its own exit code where it does not. */

import type { EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';

export async function askEngine({ engine, program }: EngineChoice, list: readonly string[]): Promise<string> {
  const { ask } = await import('../../engine/ask.js');
  const { exitCode, stdout, stderr } = await ask(program, list);
  if (exitCode === 0) return stdout;
  const message = `${engine.name} does not answer: ${stderr.trim()}`;
  throw new CliError({ code: 'engine-failed', message, hint: 'see "imagewright doctor"', exitCode: exitCode ?? 2 });
}
