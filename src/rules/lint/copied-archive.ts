/** An archive that is copied, and unpacked by a script: both are in the image. */

import { isCopying } from '../../ir/copied-place.js';
import type { Instruction } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { shownText } from '../../text.js';
import { stageScripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const ARCHIVE = /\.(?:tar|tar\.(?:gz|bz2|xz|zst)|tgz|tbz2?|txz)$/;

export const copiedArchive = lintRule({
  name: 'copied-archive',
  level: 'warning',
  summary: 'an archive is unpacked where it is added, not copied first',
  why: 'The archive stays in the layer that copied it, beside what was in it, whatever a later step removes.',
  bad: { base: 'debian:bookworm-slim', copy: { 'tides.tar.gz': '/opt/' }, run: ['tar -xzf /opt/tides.tar.gz -C /opt'] },
  good: { base: 'debian:bookworm-slim', run: [{ script: 'tar -xzf tides.tar.gz -C /opt', uses: ['tides.tar.gz'] }] },
  also: ['DL3010'],
  check: (program) => program.stages.flatMap((stage) => stage.instructions.flatMap((instruction) => checkCopy(instruction, program, stage))),
});

function checkCopy(instruction: Instruction, program: Program, stage: Stage): readonly Finding[] {
  if (!isCopying(instruction) || instruction.kind !== 'copy' || instruction.from !== undefined) return [];
  const unpacked = stageScripts(program, stage).flatMap(({ commands }) =>
    commands.filter(({ words }) => words[0] === 'tar').map(({ words }) => words.join(' ')),
  );
  return instruction.sources
    .map((source) => shownText(source))
    .filter((source) => ARCHIVE.test(source) && unpacked.some((line) => line.includes(source.slice(source.lastIndexOf('/') + 1))))
    .map((source) => ({
      origin: instruction.origins[0]!,
      message: `"${source}" stays in the image beside what is unpacked of it`,
      hint: `name it in the uses of the script, or add it: add: [{ from: '${source}', to }]`,
    }));
}
