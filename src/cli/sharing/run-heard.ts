/**
 * runHeard(): runs an engine to its end and keeps what it says on stderr, so that a failure can be told by its reason. All is passed on as it comes but the last line: of a failure that
 * is the reason, and said with the fault.
 */

import { stripVTControlCharacters } from 'node:util';
import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';
import { runEngine } from '../run-engine.js';
import { visible } from '../visible.js';

export interface Heard {
  readonly exitCode: number;
  /** Its last words, without empty lines and advice to read its help. */
  readonly lines: readonly string[];
  /** Where it is asked for; nobody sees it meanwhile. */
  readonly stdout?: string | undefined;
}

export interface HeardCommand {
  readonly arguments: readonly string[];
  /** Whether its stdout is kept; one that asks for something asks there. */
  readonly keep: boolean;
}

/** Lines that are kept. */
const MOST = 20;
const NOTHING_SAID = /^\s*$|^(?:See|Run) '.*--help'|^Usage:/;

export async function runHeard(choice: EngineChoice, command: HeardCommand, output: Output): Promise<Heard> {
  const lines: string[] = [];
  const tell = (line: string) => output.problem(`${visible(line)}\n`);
  const line = (raw: string) => {
    const text = stripVTControlCharacters(raw);
    if (NOTHING_SAID.test(text)) return;
    if (lines.length > 0) tell(lines.at(-1)!);
    lines.splice(0, lines.length - MOST + 1);
    lines.push(text);
  };
  let stdout: string | undefined;
  const hear = (text: string) => void (stdout = text);
  const exitCode = await runEngine(
    choice,
    { arguments: command.arguments, cwd: process.cwd(), read: { from: 'stderr', line }, ...(command.keep ? { hear } : {}) },
    output,
  );
  if (exitCode === 0 && lines.length > 0) tell(lines.at(-1)!);
  return { exitCode, lines, stdout };
}
