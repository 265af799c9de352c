/**
 * Adjacent ENV, LABEL, EXPOSE and VOLUME instructions become one of each, and of equal ports the first remains.
 *
 *     ENV LANG=C.UTF-8
 *     ENV TZ=UTC
 *     EXPOSE 8080
 *     EXPOSE 8443 8080/tcp
 *
 *     ENV LANG=C.UTF-8 TZ=UTC
 *     EXPOSE 8080 8443
 *
 * Refuses two ENVs of which the second reads a variable that the first sets (all values of one ENV see the variables from before it), and two ENVs or LABELs
 * with a name in common.
 */

import type { Env, Instruction, Label } from '../ir/instruction.js';
import { joinNeighbours } from '../ir/join-neighbours.js';
import { mergeBase } from '../ir/merge-base.js';
import { mapStages } from '../ir/program.js';
import { readsVariable } from '../ir/reads-variable.js';
import type { AnyText } from '../text.js';
import type { Pass } from './pass.js';

export const mergeMetadata: Pass = {
  name: 'merge-metadata',
  summary: 'adjacent ENV, LABEL, EXPOSE and VOLUME instructions become one of each',
  why: 'The same is said in fewer lines.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, (instructions) => withoutEqualPorts(joinNeighbours(instructions, merge))),
};

function merge(first: Instruction, second: Instruction): Instruction | undefined {
  const base = mergeBase(first, second);
  if (first.kind === 'expose' && second.kind === 'expose') return { ...first, ...base, ports: unique(first.ports, second.ports) };
  if (first.kind === 'volume' && second.kind === 'volume') return { ...first, ...base, paths: unique(first.paths, second.paths) };
  if (first.kind === 'label' && second.kind === 'label' && !sharesName(first, second)) {
    return { ...first, ...base, entries: [...first.entries, ...second.entries] };
  }
  if (first.kind === 'env' && second.kind === 'env' && !sharesName(first, second) && !readsFrom(second, first)) {
    return { ...first, ...base, entries: [...first.entries, ...second.entries] };
  }
  return undefined;
}

function withoutEqualPorts(instructions: readonly Instruction[]): readonly Instruction[] {
  const tidied = instructions.map((instruction): Instruction => {
    if (instruction.kind !== 'expose') return instruction;
    const names = instruction.ports.map(portName);
    const ports = instruction.ports.filter((_, index) => names.indexOf(names[index]!) === index);
    return ports.length < instruction.ports.length ? { ...instruction, ports } : instruction;
  });
  return tidied.some((instruction, index) => instruction !== instructions[index]) ? tidied : instructions;
}

/** TCP is what a port has that names no protocol; with variables, it may have another one in them. */
function portName(port: AnyText): string {
  return typeof port === 'string' ? port.toLowerCase().replace(/\/tcp$/, '') : JSON.stringify(port);
}

function unique(first: readonly AnyText[], second: readonly AnyText[]): readonly AnyText[] {
  const all = new Map([...first, ...second].map((text) => [JSON.stringify(text), text]));
  return [...all.values()];
}

function sharesName(first: Env | Label, second: Env | Label): boolean {
  return first.entries.some(({ name }) => second.entries.some((entry) => entry.name === name));
}

function readsFrom(reader: Env, setter: Env): boolean {
  return setter.entries.some(({ name }) => reader.entries.some(({ value }) => readsVariable(value, name)));
}
