/**
 * runOn(): runs an engine's command about containers or images, whose exit code is ours. What it prints is what was asked for; with `--json` only the result is.
 */

import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';
import { runEngine } from '../run-engine.js';

/** `what`: what it is about, for the result. */
export async function runOn(choice: EngineChoice, list: readonly string[], what: Readonly<Record<string, unknown>>, output: Output): Promise<number> {
  const hear = output.json ? { hear: () => undefined } : {};
  const exitCode = await runEngine(choice, { arguments: list, cwd: process.cwd(), ...hear }, output);
  const { name, command } = choice.engine;
  if (exitCode !== 0) output.problem(`${output.errorColors.red('error')}: ${name} ended with ${exitCode}   (engine-failed)\n`);
  output.result({ ok: exitCode === 0, engine: name, command: [command, ...list], ...what, exitCode });
  return exitCode;
}
