/** A source of raw text that leads out of the build context. */

import type { Instruction } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { shownText } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const sourceOutsideContext = lintRule({
  name: 'source-outside-context',
  level: 'warning',
  summary: 'what raw text copies is in the build context',
  why: 'The builder has nothing else: it takes "../x" for "x", which is another file, or none.',
  bad: { base: 'debian:bookworm-slim', steps: [{ kind: 'raw', text: 'COPY ../tides.csv /data/' }], ignore: ['!tides.csv'] },
  good: { base: 'debian:bookworm-slim', context: '..', copy: { 'tides.csv': '/data/' } },
  check: (program) => allInstructions(program).flatMap(checkInstruction),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind === 'onbuild') return checkInstruction(instruction.instruction);
  if (instruction.kind !== 'copy' || instruction.from !== undefined) return [];
  return instruction.sources
    .map(shownText)
    .filter((source) => /^(?:\.\/)*\.\.(?:\/|$)/.test(source))
    .map((source) => ({
      origin: instruction.origins[0]!,
      message: `"${source}" leads out of the build context`,
      hint: "widen the context, with context: '..'",
    }));
}
