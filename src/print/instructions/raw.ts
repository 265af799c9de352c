/**
 * Text of the author's own, printed as it is. Refuses what would reach beyond it: a last line that continues (it would take the next instruction in), and what
 * no line can hold.
 */

import type { Raw } from '../../ir/instruction.js';
import { carryFault, shown } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import type { Escape } from '../quote.js';

export function printRaw({ text, origins }: Raw, context: PrintContext): readonly PrintedLine[] {
  const trimmed = text.replace(/^\n+|\n+$/g, '');
  context.refuse(origins[0]!, rawFault(trimmed, context.escape));
  return trimmed === '' ? [] : trimmed.split('\n').map((line) => ({ text: line, origins, verbatim: true }));
}

function rawFault(text: string, escape: Escape): Fault | undefined {
  const fault = carryFault(text, { name: 'a Dockerfile', alphabet: 'script' });
  if (fault || !text.replace(/[ \t]+$/, '').endsWith(escape)) return fault;
  return {
    message: `${shown(text)} ends with a continuation, which would take in the instruction after it`,
    hint: `leave the last ${escape === '`' ? 'backtick' : 'backslash'} out`,
  };
}
