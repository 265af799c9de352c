/**
 * One request for each system package manager and stage: a package list is fetched once, and an index is never older than what is installed from it.
 *
 *     RUN apt-get update && apt-get install -y git
 *     RUN apt-get update && apt-get install -y python3
 *
 *     RUN apt-get update && apt-get install -y git python3
 *
 * The later request joins the earlier one, in its place. Both must be `mergeable` and agree in all but packages and files read: manager, preparation,
 * command, options, clean-up, caches, mounts, environment, and whether order has a meaning. Refuses to carry a request past anything that it may depend on:
 * ENV, ARG, USER, SHELL, RUN, raw text, an install of another kind, and a COPY, ADD, file or WORKDIR in a place that package managers use (see
 * `ir/may-stand-before.ts`).
 */

import type { Install, Instruction } from '../ir/instruction.js';
import { mayStandBefore } from '../ir/may-stand-before.js';
import { mergeBase } from '../ir/merge-base.js';
import { mapStages } from '../ir/program.js';
import { same } from '../ir/same.js';
import { mergeOrigins } from '../origin.js';
import type { Pass } from './pass.js';

export const gatherInstalls: Pass = {
  name: 'gather-installs',
  summary: 'requests to the same package manager become one',
  why: 'The package list is fetched once, and never older than what is installed from it; dependencies are looked for once.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, gather),
};

function gather(instructions: readonly Instruction[]): readonly Instruction[] {
  const gathered: Instruction[] = [];
  for (const instruction of instructions) {
    const host = instruction.kind === 'install' ? hostFor(instruction, gathered) : undefined;
    if (host === undefined) gathered.push(instruction);
    else gathered[host] = merge(gathered[host] as Install, instruction as Install);
  }
  return gathered.length < instructions.length ? gathered : instructions;
}

/** Index of the request that this one joins. */
function hostFor(install: Install, before: readonly Instruction[]): number | undefined {
  for (let end = before.length; end > 0; end -= 1) {
    const candidate = before[end - 1]!;
    if (candidate.kind === 'install') return isAlike(candidate, install) ? end - 1 : undefined;
    if (!mayStandBefore(install, before.slice(0, end))) return undefined;
  }
  return undefined;
}

function isAlike(first: Install, second: Install): boolean {
  const frame = ({ packages, reads, origins, comment, ...rest }: Install) => rest;
  return first.mergeable && same(frame(first), frame(second));
}

function merge(first: Install, second: Install): Install {
  const reads = [...first.reads];
  const repeated = second.reads.filter((read) => {
    const isKnown = reads.some(({ source, target }) => source === read.source && target === read.target);
    if (!isKnown) reads.push(read);
    return isKnown;
  });
  const { origins, ...base } = mergeBase(first, second);
  const merged = { ...first, ...base, packages: [...first.packages, ...second.packages], reads };
  return {
    ...merged,
    origins: mergeOrigins(
      origins,
      repeated.map(({ origin }) => origin),
    ),
  };
}
