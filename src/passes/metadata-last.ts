/**
 * What only describes the image stands behind what makes it: a change of a label or a port touches no layer, and no label stands between two RUNs.
 *
 *     LABEL version="0.1"
 *     COPY . /opt/word_count/
 *     EXPOSE 8080
 *
 *     COPY . /opt/word_count/
 *     LABEL version="0.1"
 *     EXPOSE 8080
 *
 * LABEL, EXPOSE, VOLUME, HEALTHCHECK, STOPSIGNAL, ENTRYPOINT, CMD and ONBUILD go right behind the last instruction that makes a layer, in the order that they had.
 * (VOLUME in the legacy builder throws away later changes of the folder; behind them it cannot.) Refuses to move one
 *
 * - past raw text;
 * - past an ENV or ARG of a variable that it reads;
 * - in shell form past a SHELL, which is part of its meaning;
 * - past another of its kind that stays: of two CMDs, the last counts.
 */

import { expandedTexts } from '../ir/expanded-texts.js';
import type { Instruction } from '../ir/instruction.js';
import { isMetadata } from '../ir/is-metadata.js';
import { mapStages } from '../ir/program.js';
import { readsVariable } from '../ir/reads-variable.js';
import type { Pass } from './pass.js';

export const metadataLast: Pass = {
  name: 'metadata-last',
  summary: 'labels, ports and commands stand behind what makes layers',
  why: 'What only describes the image then changes without a layer being made again, and commands that belong together stand together.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, moveMetadata),
};

function moveMetadata(instructions: readonly Instruction[]): readonly Instruction[] {
  const segments = splitBehindRaw(instructions);
  const moved = segments.map(moveInSegment);
  return moved.some((segment, index) => segment !== segments[index]) ? moved.flat() : instructions;
}

/** Each raw text ends a segment. */
function splitBehindRaw(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const ends = [...instructions.keys()].filter((index) => instructions[index]!.kind === 'raw').map((index) => index + 1);
  return [0, ...ends].map((start, index) => instructions.slice(start, ends[index]));
}

function moveInSegment(instructions: readonly Instruction[]): readonly Instruction[] {
  const end = instructions.findLastIndex(makesLayer) + 1;
  const stay: Instruction[] = [];
  const move: Instruction[] = [];
  for (const instruction of instructions.slice(0, end).reverse()) {
    (isMetadata(instruction) && stay.every((passed) => mayPass(instruction, passed)) ? move : stay).push(instruction);
  }
  return move.length === 0 ? instructions : [...stay.reverse(), ...move.reverse(), ...instructions.slice(end)];
}

function makesLayer({ kind }: Instruction): boolean {
  return kind === 'run' || kind === 'install' || kind === 'copy' || kind === 'add' || kind === 'file' || kind === 'workdir';
}

function mayPass(metadata: Instruction, passed: Instruction): boolean {
  if (passed.kind === metadata.kind) return false;
  if (passed.kind === 'shell') return !isShellForm(metadata);
  const names = passed.kind === 'env' ? passed.entries.map(({ name }) => name) : passed.kind === 'arg' ? [passed.name] : [];
  return !expandedTexts(metadata).some(({ text }) => names.some((name) => readsVariable(text, name)));
}

function isShellForm(metadata: Instruction): boolean {
  const { kind } = metadata;
  return (kind === 'healthcheck' || kind === 'entrypoint' || kind === 'cmd') && metadata.command?.form === 'shell';
}
