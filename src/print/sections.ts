/**
 * startsSection(): where the blank lines go. A section is a run of one-line instructions of the same sort; whatever has a comment or several lines stands alone.
 */

import type { Instruction, InstructionKind } from '../ir/instruction.js';

type Sort = 'base' | 'run' | 'files' | 'container' | 'raw';

const sorts: { readonly [K in InstructionKind]: Sort } = {
  from: 'base',
  arg: 'base',
  shell: 'base',
  env: 'base',
  install: 'run',
  run: 'run',
  workdir: 'files',
  copy: 'files',
  add: 'files',
  file: 'files',
  user: 'files',
  expose: 'container',
  volume: 'container',
  healthcheck: 'container',
  'stop-signal': 'container',
  entrypoint: 'container',
  cmd: 'container',
  label: 'container',
  onbuild: 'raw',
  raw: 'raw',
};

interface Block {
  readonly instruction: Instruction;
  readonly lines: readonly unknown[];
}

export function startsSection(previous: Block | undefined, block: Block): boolean {
  if (previous === undefined || block.instruction.kind === 'from' || block.instruction.comment !== undefined) return true;
  return previous.lines.length > 1 || block.lines.length > 1 || sorts[previous.instruction.kind] !== sorts[block.instruction.kind];
}
