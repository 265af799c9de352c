/**
 * attemptAll(): the engine's commands of a verb, one after the other, until one fails; its reason is told, and its exit code is ours.
 */

import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';
import { faultData, reportFaults } from '../report.js';
import { shellQuoted } from '../shell-quoted.js';
import { engineFault, type Attempt } from './engine-fault.js';
import { runHeard } from './run-heard.js';

export interface Step {
  readonly attempt: Omit<Attempt, 'engine'>;
  readonly arguments: readonly string[];
  /** Whether it takes its time, so that it is worth saying what runs. */
  readonly announced: boolean;
}

/** What of the result is the verb's own, by the names of the images that it is done with, each with the digest that the engine told. */
export type Done = (images: readonly { readonly name: string; readonly digest?: string }[]) => Readonly<Record<string, unknown>>;

export async function attemptAll(choice: EngineChoice, steps: readonly Step[], output: Output, done: Done): Promise<number> {
  const { engine } = choice;
  const images: { name: string; digest?: string }[] = [];
  const commands = steps.map((step) => [engine.command, ...step.arguments]);
  const end = (exitCode: number, diagnostics: readonly unknown[]) => {
    output.result({ ok: exitCode === 0, engine: engine.name, commands, ...done(images), exitCode, diagnostics });
    return exitCode;
  };
  for (const { attempt, announced, arguments: list } of steps) {
    if (announced) output.note(`running ${shellQuoted([engine.command, ...list])}`);
    const heard = await runHeard(choice, { arguments: list, keep: output.json && attempt.name !== undefined }, output);
    if (heard.exitCode !== 0) {
      const fault = engineFault({ ...attempt, engine }, heard);
      reportFaults([fault], output);
      return end(heard.exitCode, [faultData(fault)]);
    }
    if (heard.stdout) output.note(heard.stdout.trimEnd());
    if (attempt.name !== undefined) images.push({ name: attempt.name, ...digestIn(heard.stdout) });
  }
  return end(0, []);
}

/** What it would do. */
export function printSteps(command: string, steps: readonly Pick<Step, 'arguments'>[], output: Output): number {
  const commands = steps.map((step) => [command, ...step.arguments]);
  if (!output.json) output.answer(commands.map((words) => `${shellQuoted(words)}\n`).join(''));
  output.result({ ok: true, engine: command, commands });
  return 0;
}

/** Docker tells it of what it pushed or pulled. */
function digestIn(text: string | undefined): { readonly digest?: string } {
  const digest = /\bdigest: (sha256:[0-9a-f]{64})\b/i.exec(text ?? '')?.[1];
  return digest === undefined ? {} : { digest };
}
