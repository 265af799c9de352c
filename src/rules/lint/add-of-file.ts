/** ADD of a file of the context that is no archive: COPY does the same, and nothing else. */

import type { Instruction } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const ARCHIVE = /\.(?:tar|gz|tgz|bz2|tbz2?|xz|txz|zst|Z)$|[*?[]/;

export const addOfFile = lintRule({
  name: 'add-of-file',
  level: 'warning',
  summary: 'files are copied; only archives and downloads are added',
  why: 'ADD unpacks what happens to be an archive and fetches what looks like an address: a file of another kind in its place changes what the image holds.',
  bad: { base: 'debian:bookworm-slim', steps: [{ kind: 'raw', text: 'ADD tides.csv /data/' }] },
  good: { base: 'debian:bookworm-slim', copy: { 'tides.csv': '/data/' } },
  also: ['DL3020'],
  check: (program) => allInstructions(program).flatMap(checkInstruction),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind === 'onbuild') return checkInstruction(instruction.instruction);
  if (instruction.kind !== 'add') return [];
  return instruction.sources.flatMap((source) =>
    source.type !== 'archive' || ARCHIVE.test(source.path)
      ? []
      : [{ origin: instruction.origins[0]!, message: `"${source.path}" is added, and is no archive`, hint: `write copy: { '${source.path}': … }` }],
  );
}
