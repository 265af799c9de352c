/**
 * The shell that the first command of a stage runs in: the last SHELL of the stages it builds on. Undefined: nobody set one, it is the base's own
 * (`/bin/sh -c`, unless the base image says otherwise, or is known to be Windows).
 */

import type { Instruction } from './instruction.js';
import type { Program, Stage } from './program.js';

export type ShellArgv = readonly string[];

/** What raw text may have set; no real shell has this name, so that whoever asks for a known shell refuses it. */
const UNKNOWN: ShellArgv = ['unknown'];

export function stageShell(program: Program, stage: Stage): ShellArgv | undefined {
  const [from] = stage.instructions;
  const parent = from?.kind === 'from' ? program.stages.find(({ name }) => name !== undefined && name === from.stage) : undefined;
  if (parent === undefined || parent === stage) return from?.kind === 'from' ? from.shell : undefined;
  return parent.instructions.reduce(shellAfter, stageShell(program, parent));
}

const BOURNE = ['sh', 'ash', 'bash', 'dash', 'ksh', 'mksh', 'zsh'];

/** Whether it takes the grammar of a POSIX shell: `( … ) && ( … )`. */
export function isBourne(shell: ShellArgv | undefined): boolean {
  return shell === undefined || BOURNE.includes(shell[0]?.split('/').at(-1) ?? '');
}

/** The shell after an instruction, given the one before. */
export function shellAfter(shell: ShellArgv | undefined, instruction: Instruction): ShellArgv | undefined {
  if (instruction.kind === 'shell') return instruction.argv;
  return instruction.kind === 'raw' && /\bshell\b/i.test(instruction.text) ? UNKNOWN : shell;
}
