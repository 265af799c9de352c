/**
 * ONBUILD: an instruction for what builds on the image.
 *
 *     ONBUILD COPY . /app
 *     ONBUILD RUN <<'EOF'
 *     set -e
 *     make
 *     EOF
 *
 * Text of the author's own must be one instruction, and none that the builder refuses there: ONBUILD, FROM, MAINTAINER.
 */

import type { Onbuild, Trigger } from '../../ir/instruction.js';
import { shown } from '../carry.js';
import type { Fault, InstructionPrinter, PrintContext, PrintedLine } from '../line.js';

export function printOnbuild({ instruction, origins }: Onbuild, context: PrintContext, print: InstructionPrinter<Trigger>): readonly PrintedLine[] {
  if (instruction.kind === 'raw') context.refuse(origins[0]!, rawFault(instruction.text));
  // Stages are those of the Dockerfile in which it is run.
  const [first, ...rest] = print(instruction, { ...context, isTrigger: true, escape: '\\', earlierStages: [] });
  const lines = first === undefined ? [] : [first, ...rest];
  if (context.escape === '`' && (lines.length > 1 || lines.some(({ text }) => /[\\`]/.test(text)))) context.refuse(origins[0]!, escapeFault(lines));
  return first === undefined ? [] : [{ ...first, text: `ONBUILD ${first.text}` }, ...rest];
}

/** What builds on the image reads it again, with the escape of all Dockerfiles. */
function escapeFault([first]: readonly PrintedLine[]): Fault {
  return {
    message: `${shown(first!.text)} needs a backslash or a further line, which ONBUILD cannot have beside another escape`,
    hint: 'leave escape out',
  };
}

function rawFault(text: string): Fault | undefined {
  const lines = text.trim().split('\n');
  if (/^(?:onbuild|from|maintainer)\b/i.test(text.trim()))
    return { message: `${shown(text)} cannot stand behind ONBUILD`, hint: 'write an instruction that changes the image' };
  if (/^(?:#|$)/.test(lines[0]!) || lines.slice(0, -1).some((line) => !/\\[ \t]*$/.test(line)))
    return { message: `${shown(text)} is not one instruction, and ONBUILD takes one`, hint: 'write each with a raw(…) of its own' };
  return undefined;
}
