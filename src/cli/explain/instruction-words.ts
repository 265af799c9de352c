/**
 * instructionWords(): the words that the lines of an instruction begin with in the Dockerfile, one for each instruction that it is there: `COPY` for a file, `STOPSIGNAL`.
 * Raw text may be any number of them.
 *
 *     raw('RUN make && \\\n  make install\nUSER app')   →   RUN, USER
 */

import type { Instruction } from '../../ir/instruction.js';

export function instructionWords(instruction: Instruction): readonly string[] {
  const { kind } = instruction;
  if (kind === 'raw') return rawWords(instruction.text);
  if (kind === 'file') return ['COPY'];
  return [kind === 'stop-signal' ? 'STOPSIGNAL' : kind.toUpperCase()];
}

function rawWords(text: string): readonly string[] {
  const words: string[] = [];
  let isContinued = false;
  let endings: readonly string[] = [];
  for (const line of text.split('\n')) {
    if (endings.length > 0) {
      if (line.replace(/^\t+/, '') === endings[0]) endings = endings.slice(1);
      continue;
    }
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (!isContinued) words.push(/^\s*(\S+)/.exec(line)![1]!.toUpperCase());
    isContinued = /[\\`]\s*$/.test(line);
    endings = isContinued ? [] : [...line.matchAll(/<<-?(["']?)([A-Za-z_]\w*)\1/g)].map(([, , name]) => name!);
  }
  return words;
}
