/**
 * changeProbability(): how probable it is that a commit changes what an instruction is made of, so that it has to be carried out again.
 *
 * In: the instruction, and what the project's history says of paths of the context, where somebody has asked it. What the author says of a copy counts more than that.
 * Without either, the class of the input decides: sources before manifests before what stands in the definition. What comes from another stage is up to that stage.
 */

import { shownText } from '../text.js';
import { CHANGES, LASTING_SHARE, SAID_CHANGES } from './cost-model.js';
import type { Install, Instruction } from './instruction.js';

/** Paths of the context, and the share of the commits that changed them: `{ 'src': 0.6 }`. */
export type PathChanges = Readonly<Record<string, number>>;

export function changeProbability(instruction: Instruction, changes: PathChanges = {}): number {
  switch (instruction.kind) {
    case 'install':
      return anyOf([packagesChange(instruction), ...instruction.reads.map(({ source }) => pathChange(source, changes, CHANGES.manifests))]);
    case 'run':
      return anyOf([
        CHANGES.commands,
        ...instruction.mounts.map((mount) => (isOfContext(mount) ? pathChange(shownText(mount.source ?? '.'), changes, CHANGES.manifests) : 0)),
      ]);
    case 'copy':
      if (instruction.changes !== undefined) return SAID_CHANGES[instruction.changes];
      if (instruction.from !== undefined) return CHANGES.settings;
      return anyOf(
        instruction.sources.map((source) => (typeof source === 'string' ? pathChange(source, changes, CHANGES.sources) : CHANGES.sources)),
      );
    case 'from':
      return instruction.image === undefined ? 0 : CHANGES.base;
    default:
      return CHANGES.settings;
  }
}

function packagesChange({ group }: Install): number {
  if (group === undefined) return CHANGES.packages;
  return CHANGES.packages * (group === 'lasting' ? LASTING_SHARE : 1 - LASTING_SHARE);
}

/** That at least one of independent things happens. */
export function anyOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);
}

function isOfContext(mount: Extract<Instruction, { kind: 'run' }>['mounts'][number]): mount is Extract<typeof mount, { type: 'bind' }> {
  return mount.type === 'bind' && mount.from === undefined;
}

function pathChange(source: string, changes: PathChanges, otherwise: number): number {
  return changes[normal(source)] ?? otherwise;
}

function normal(source: string): string {
  return source.replace(/^(?:\.\/)+(?=.)/, '').replace(/(?<=.)\/+$/, '');
}
