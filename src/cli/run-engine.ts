/**
 * runEngine(): runs an engine to its end, whatever signals come meanwhile, and gives its exit code.
 *
 * Ctrl-C reaches it from the terminal, as it does us: we wait until it has cleaned up. A request to end (SIGTERM) is handed on.
 */

import type { Execution } from '../engine/execute.js';
import type { EngineChoice } from './choose-engine.js';
import type { Output } from './output.js';

export async function runEngine(
  { program }: EngineChoice,
  command: Pick<Execution, 'arguments' | 'cwd' | 'env' | 'hear' | 'read'>,
  output: Pick<Output, 'json'>,
): Promise<number> {
  const { execute } = await import('../engine/execute.js');
  const controller = new AbortController();
  const wait = () => undefined;
  const handOn = () => controller.abort();
  process.on('SIGINT', wait).on('SIGTERM', handOn);
  try {
    return await execute({ ...command, program, stdout: output.json ? 'stderr' : 'stdout', end: controller.signal });
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', handOn);
  }
}
