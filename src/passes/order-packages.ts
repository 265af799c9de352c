/**
 * Package lists in canonical order, each package once: the same set of packages gives the same Dockerfile, and the same cache, however it was written.
 *
 *     RUN apt-get install -y nano git nano
 *
 *     RUN apt-get install -y git nano
 *
 * Compares by code unit, so that no locale has a say. Refuses lists whose order has a meaning (`sortable` is false).
 */

import type { Install, Instruction } from '../ir/instruction.js';
import { mapStages } from '../ir/program.js';
import { mergeOrigins, type Located } from '../origin.js';
import type { Pass } from './pass.js';

export const orderPackages: Pass = {
  name: 'order-packages',
  summary: 'packages stand in alphabetical order, each once',
  why: 'The same packages give the same bytes, and the same cache, in whatever order they were written.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, orderAll),
};

function orderAll(instructions: readonly Instruction[]): readonly Instruction[] {
  const ordered = instructions.map((instruction) => (instruction.kind === 'install' && instruction.sortable ? order(instruction) : instruction));
  return ordered.some((instruction, index) => instruction !== instructions[index]) ? ordered : instructions;
}

function order(install: Install): Install {
  if (install.packages.every(({ value }, index, all) => index === 0 || all[index - 1]!.value < value)) return install;
  const first = new Map<string, Located<string>>();
  for (const item of install.packages) if (!first.has(item.value)) first.set(item.value, item);
  const packages = [...first.values()].sort((left, right) => (left.value < right.value ? -1 : 1));
  const repeated = install.packages.filter((item) => first.get(item.value) !== item).map(({ origin }) => origin);
  return { ...install, packages, origins: mergeOrigins(install.origins, repeated) };
}
