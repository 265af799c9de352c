/**
 * A `run` that is a piece of a command: `for x in *; do`, `done`, `make &&`. Each entry of `run` has a shell of its own, for which that is a syntax error.
 *
 * Goes by the first word and the last, of shells of the Bourne family: what it reports, none of them takes.
 */

import type { Instruction, Run, ShellCommand } from '../ir/instruction.js';
import type { Program, Stage } from '../ir/program.js';
import { isBourne, shellAfter, stageShell } from '../ir/stage-shell.js';
import { rule, type Finding } from './rule.js';

/** In the place of a command these only go on with one. */
const GOES_ON = /^(?:(?:do|done|then|elif|else|fi|esac|\})(?![^\s;&|<>()])|[;&|)])/;

/** Behind these there must be more; `#` may begin a comment. */
const IS_OPEN = /^[^#]*(?:(?<!\\)[;&|]\s*(?:do|then|else|\{)|(?<!\\)(?:&&|\||\())$/s;

export const unfinishedCommand = rule({
  name: 'unfinished-command',
  severity: 'error',
  summary: 'each run is a whole command',
  why: 'Each run has a shell of its own: a loop that begins in one and ends in another is a syntax error in both.',
  bad: { base: 'debian:bookworm-slim', run: ['for x in 1 2; do', 'echo "$x"; done'] },
  good: { base: 'debian:bookworm-slim', run: ['for x in 1 2; do\n  echo "$x"\ndone'] },
  check: (program) => program.stages.flatMap((stage) => checkStage(program, stage)),
});

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  let shell = stageShell(program, stage);
  return stage.instructions.flatMap((instruction) => {
    shell = shellAfter(shell, instruction);
    return isBourne(shell) ? checkInstruction(instruction) : [];
  });
}

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind === 'onbuild') return checkInstruction(instruction.instruction);
  if (instruction.kind !== 'run' || instruction.generated === true || instruction.script.form !== 'commands') return [];
  return instruction.script.commands.flatMap((command) => checkCommand(command, instruction));
}

function checkCommand({ line, arguments: words, origins }: ShellCommand, run: Run): readonly Finding[] {
  if (words.length > 0 || !(GOES_ON.test(line) || IS_OPEN.test(line))) return [];
  return [
    {
      origin: (origins ?? run.origins)[0]!,
      message: `"${line}" is a piece of a command, and each run has a shell of its own`,
      hint: 'write all of the command as one text, with line breaks in it',
    },
  ];
}
