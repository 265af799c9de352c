/** printOne(): what the printer of one instruction writes, and the messages of what it refuses. The stages of `earlierStages` stand before. */

import type { Fault, PrintContext, PrintedLine } from '../../src/print/line.js';
import { DEFAULT_TARGET } from '../../src/target.js';

export function printOne(print: (context: PrintContext) => readonly PrintedLine[], earlierStages: readonly string[] = []) {
  const { text, faults } = printOneWithHints(print, earlierStages);
  return { text, faults: faults.map(({ message }) => message) };
}

export function printOneWithHints(print: (context: PrintContext) => readonly PrintedLine[], earlierStages: readonly string[] = []) {
  const faults: Fault[] = [];
  const refuse = (_: unknown, fault: Fault | undefined) => void (fault && faults.push(fault));
  const lines = print({ refuse, shell: undefined, target: DEFAULT_TARGET, escape: '\\', earlierStages });
  return { text: lines.map(({ text }) => text).join('\n'), faults };
}
