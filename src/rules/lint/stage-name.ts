/**
 * A stage that raw text begins with a name that is taken, reserved, or has capitals. The names of `stages` are checked where they are written.
 */

import type { Program } from '../../ir/program.js';
import type { RawInstruction } from '../read/raw-instructions.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const stageName = lintRule({
  name: 'stage-name',
  level: 'warning',
  summary: 'a stage of raw text has a name of its own, in lower case',
  why: 'The builder reads names of stages in any case, and takes the last of those that are the same: which one a COPY means is then not what is written.',
  bad: { base: 'debian:bookworm-slim', raw: ['FROM debian:bookworm-slim AS Tools'] },
  good: { base: 'debian:bookworm-slim', raw: ['FROM debian:bookworm-slim AS tools'] },
  also: ['StageNameCasing', 'ReservedStageName', 'DuplicateStageName', 'DL3024', 'DL3063'],
  check: (program, _facts, raw) => raw.flatMap((it) => checkStage(it, program)),
});

function checkStage({ keyword, rest, origin }: RawInstruction, { stages }: Program): readonly Finding[] {
  const name = /^from$/i.test(keyword) ? /^\S+\s+as\s+(\S+)$/i.exec(rest)?.[1] : undefined;
  if (name === undefined) return [];
  const lower = name.toLowerCase();
  const same = stages.filter((stage) => stage.name?.toLowerCase() === lower);
  return [
    ...(name === lower ? [] : [{ origin, message: `the name of the stage "${name}" has capitals`, hint: `write "${lower}"` }]),
    ...(['scratch', 'context'].includes(lower)
      ? [{ origin, message: `"${name}" means something else to the builder`, hint: 'choose another name' }]
      : []),
    ...(same.length > 1 ? [{ origin, message: `${same.length} stages are named "${lower}"`, hint: 'give each a name of its own' }] : []),
  ];
}
