/** Whether an instruction only describes the image: it makes no layer, and no command of the build sees it. */

import type { Instruction, InstructionKind } from './instruction.js';

const METADATA: readonly InstructionKind[] = ['label', 'expose', 'volume', 'healthcheck', 'stop-signal', 'entrypoint', 'cmd', 'onbuild'];

export function isMetadata({ kind }: Instruction): boolean {
  return METADATA.includes(kind);
}
