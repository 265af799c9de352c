/**
 * A container's command as a line of text: the engine gives it to `/bin/sh -c`. Agrees with the check JSONArgsRecommended of docker build: silent where the
 * image's shell was set, which says that the line is meant for it.
 */

import type { Cmd, Entrypoint, Instruction } from '../ir/instruction.js';
import type { Program, Stage } from '../ir/program.js';
import { shellAfter, stageShell } from '../ir/stage-shell.js';
import { rule, type Finding } from './rule.js';

/** Words that mean to a shell what they say: the line is as good as a list of them. */
const PLAIN_WORDS = /^[\w./:@%+,-]+( +[\w./:@%+,=-]+)*$/;

export const shellFormCommand = rule({
  name: 'shell-form-command',
  severity: 'warning',
  summary: 'the command of a container is a list, not a line for a shell',
  why: 'The shell is the first process of the container and need not pass signals on: "docker stop" then waits ten seconds and kills the program, which has no chance to finish its work.',
  bad: { base: 'debian:bookworm-slim', cmd: 'sleep 60' },
  good: { base: 'debian:bookworm-slim', cmd: ['sleep', '60'] },
  also: ['JSONArgsRecommended', 'DL3025'],
  check: (program) => program.stages.flatMap((stage) => checkStage(program, stage)),
});

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  let shell = stageShell(program, stage);
  return stage.instructions.flatMap((instruction) => {
    shell = shellAfter(shell, instruction);
    return isCommand(instruction) && shell === undefined ? checkCommand(instruction) : [];
  });
}

function isCommand(instruction: Instruction): instruction is Cmd | Entrypoint {
  return instruction.kind === 'cmd' || instruction.kind === 'entrypoint';
}

function checkCommand({ kind, command, origins }: Cmd | Entrypoint): readonly Finding[] {
  if (command.form === 'exec') return [];
  const { line } = command;
  return [
    {
      origin: origins[0]!,
      message: `"${line}" is run by a shell, so that signals do not reach it unless the shell passes them on`,
      hint: `write it as a list, ${kind}: ${listOf(line)}`,
    },
  ];
}

/** The list that does the same, as TypeScript. */
function listOf(line: string): string {
  if (!PLAIN_WORDS.test(line)) return "['sh', '-c', 'exec …']";
  return `[${line
    .split(/ +/)
    .map((word) => `'${word}'`)
    .join(', ')}]`;
}
