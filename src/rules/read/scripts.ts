/**
 * scripts(): what the author runs while the image is made, command by command, each with the place where it was written. What the compiler writes itself (requests to
 * package managers, accounts) is not among them.
 */

import type { Run } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { shellAfter, stageShell, type ShellArgv } from '../../ir/stage-shell.js';
import type { Origin } from '../../origin.js';
import { shellCommands, type Command } from './shell-commands.js';

export interface Script {
  readonly stage: Stage;
  readonly run: Run;
  readonly origin: Origin;
  /** As it was written. */
  readonly text: string;
  readonly commands: readonly Command[];
  /** The shell that it runs in; undefined: the base's. */
  readonly shell: ShellArgv | undefined;
}

/** Where scripts of the author's own are written. */
const WRITTEN = ['run', 'steps', 'onbuild', 'raw'];

export function scripts(program: Program): readonly Script[] {
  return program.stages.flatMap((stage) => stageScripts(program, stage));
}

export function stageScripts(program: Program, stage: Stage): readonly Script[] {
  let shell = stageShell(program, stage);
  return stage.instructions.flatMap((instruction) => {
    shell = shellAfter(shell, instruction);
    const it = instruction.kind === 'onbuild' ? instruction.instruction : instruction;
    return it.kind === 'run' ? runScripts(it, stage, shell) : [];
  });
}

function runScripts(run: Run, stage: Stage, shell: ShellArgv | undefined): readonly Script[] {
  if (run.generated === true) return [];
  return readTexts(run).map((text) => ({ stage, run, shell, ...text }));
}

type ReadText = Pick<Script, 'origin' | 'text' | 'commands'>;

/** Each rule asks for the same scripts: they are read once, for as long as their instruction is there. */
const readOf = new WeakMap<Run, readonly ReadText[]>();

function readTexts(run: Run): readonly ReadText[] {
  const known =
    readOf.get(run) ??
    textsOf(run)
      .filter(({ origin }) => isWritten(origin))
      .map(readText);
  readOf.set(run, known);
  return known;
}

function readText({ text, origin, words }: ScriptText): ReadText {
  return { text, origin, commands: words === undefined ? shellCommands(text) : [words] };
}

function isWritten({ path, preset }: Origin): boolean {
  return (preset?.path ?? path).some((key) => WRITTEN.includes(String(key)));
}

interface ScriptText {
  readonly text: string;
  readonly origin: Origin;
  /** Of an exec form. */
  readonly words?: Command;
}

function textsOf({ script, origins }: Run): readonly ScriptText[] {
  const origin = origins[0]!;
  if (script.form === 'script') return [{ text: script.text, origin }];
  if (script.form === 'exec')
    return [{ text: script.argv.join(' '), origin, words: { words: script.argv, assigned: [], writes: [], isPiped: false } }];
  return script.commands.map(({ line, arguments: words, origins: own }) => ({ text: [line, ...words].join(' '), origin: (own ?? origins)[0]! }));
}
