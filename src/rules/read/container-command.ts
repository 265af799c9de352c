/** containerCommand(): what a container of the image runs, as words, and the instruction that says it last; none where the base may have one of its own. */

import type { Cmd, Entrypoint } from '../../ir/instruction.js';
import { imageStage, type Program } from '../../ir/program.js';
import { shellCommands } from './shell-commands.js';
import { plainBase, stageChain } from './stage-chain.js';

export interface ContainerCommand {
  /** Empty: the shell of a plain base, or nothing. */
  readonly words: readonly string[];
  readonly said?: Cmd | Entrypoint;
}

export function containerCommand(program: Program): ContainerCommand | undefined {
  const chain = stageChain(program, imageStage(program));
  const instructions = chain.flatMap((stage) => stage.instructions);
  const entrypoint = instructions.findLast((it): it is Entrypoint => it.kind === 'entrypoint');
  const cmd = instructions.findLast((it): it is Cmd => it.kind === 'cmd');
  const said = cmd ?? entrypoint;
  if (said === undefined) return plainBase(chain) === undefined ? undefined : { words: [] };
  if (entrypoint === undefined && plainBase(chain) === undefined && !instructions.includes(said)) return undefined;
  return { words: [...wordsOf(entrypoint), ...wordsOf(cmd)], said };
}

function wordsOf(it: Cmd | Entrypoint | undefined): readonly string[] {
  if (it === undefined) return [];
  return it.command.form === 'exec' ? it.command.argv : (shellCommands(it.command.line).at(-1)?.words ?? []);
}
