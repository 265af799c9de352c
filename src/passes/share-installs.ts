/**
 * What several stages install on the same base is installed once, in a stage below them.
 *
 *     FROM debian:bookworm-slim AS build
 *     RUN apt-get update && apt-get install -y gcc python3 python3-venv
 *     FROM debian:bookworm-slim
 *     RUN apt-get update && apt-get install -y jq python3
 *
 *     FROM debian:bookworm-slim AS base
 *     RUN apt-get update && apt-get install -y python3
 *     FROM base AS build
 *     RUN apt-get update && apt-get install -y gcc python3-venv
 *     FROM base
 *     RUN apt-get update && apt-get install -y jq
 *
 * Only where the cost model says that it pays: what is shared takes longer than to look for packages once more. Takes along what stands before the installs, where it is the same
 * in all: SHELL and USER.
 *
 * Refuses bases with triggers (ONBUILD), which would be pulled once and not in each stage; bases of Windows; and requests with options, files or mounts of their own, with
 * versions, or that may not be merged, or whose order has a meaning.
 */

import { isLasting } from '../ir/cost-model.js';
import { expectedCost, inSeconds } from '../ir/expected-cost.js';
import type { From, Install, Instruction } from '../ir/instruction.js';
import { isPlainRequest } from '../ir/is-plain-request.js';
import { stagesOf } from '../ir/needed-stages.js';
import type { Program, Stage } from '../ir/program.js';
import { mergeOrigins } from '../origin.js';
import type { Pass } from './pass.js';

export const shareInstalls: Pass = {
  name: 'share-installs',
  summary: 'what several stages install is installed once, in a stage below them',
  why: 'The same packages are not fetched, unpacked and stored twice; and one more package of a single stage installs none of them again.',
  policies: ['cache'],
  apply: shareWhatPays,
};

/** Seconds a commit, for which one more stage is worth reading. */
const LEAST_GAIN = 0.05;

/** Of stages that begin alike: more are not weighed. */
const MOST_GROUPS = 200;

/** How a stage begins: its base, what is said for all that follows, and a request. */
interface Opening {
  readonly stage: Stage;
  readonly from: From;
  readonly settings: readonly Instruction[];
  readonly install: Install;
}

/** Stages that begin alike, and what all of them install. */
interface Group {
  readonly openings: readonly Opening[];
  readonly shared: Install['packages'];
}

/** What gains most comes first; then what is left to gain. */
function shareWhatPays(program: Program): Program {
  const cost = inSeconds(expectedCost(program));
  const [best] = groupsOf(program)
    .map((group) => sharedBy(group, program))
    .map((changed) => ({ changed, gain: cost - inSeconds(expectedCost(changed)) }))
    .filter(({ gain }) => gain > LEAST_GAIN)
    .sort((a, b) => b.gain - a.gain);
  return best === undefined ? program : shareWhatPays(best.changed);
}

function groupsOf({ stages }: Program): readonly Group[] {
  const alike = new Map<string, Opening[]>();
  for (const opening of stages.flatMap((stage) => openingOf(stage) ?? [])) {
    const key = keyOf(opening);
    alike.set(key, [...(alike.get(key) ?? []), opening]);
  }
  return [...alike.values()].flatMap(groupsAmong);
}

/** For each two of them what both install, and what a third has of that, and so on: each with all that install it. */
function groupsAmong(openings: readonly Opening[]): readonly Group[] {
  const groups = new Map<string, Group>();
  const add = (packages: Install['packages'], others: readonly Opening[]): void => {
    for (const [index, other] of others.entries()) {
      const shared = packages.filter(({ value }) => requests(other, value));
      const key = JSON.stringify(shared.map(({ value }) => value));
      if (shared.length === 0 || groups.has(key) || groups.size === MOST_GROUPS) continue;
      groups.set(key, { shared, openings: openings.filter((opening) => shared.every(({ value }) => requests(opening, value))) });
      add(shared, others.slice(index + 1));
    }
  };
  openings.forEach(({ install }, index) => add(install.packages, openings.slice(index + 1)));
  return [...groups.values()];
}

function requests({ install }: Opening, name: string): boolean {
  return install.packages.some(({ value }) => value === name);
}

function openingOf(stage: Stage): Opening | undefined {
  const [from, ...rest] = stage.instructions;
  const end = rest.findIndex(({ kind }) => kind !== 'shell' && kind !== 'user');
  const install = rest[end];
  if (from?.kind !== 'from' || from.image === undefined || from.image[0] === 'scratch' || from.shell !== undefined) return undefined;
  if (install?.kind !== 'install' || !isPlainRequest(install) || (from.triggers ?? []).length > 0) return undefined;
  return { stage, from, settings: rest.slice(0, end), install };
}

function keyOf({ from, settings, install }: Opening): string {
  const { packages: _packages, ...request } = install;
  const isSaid = (key: string, value: unknown) => (key === 'origin' || key === 'origins' || key === 'comment' ? undefined : value);
  return JSON.stringify([from, settings, request], isSaid);
}

function sharedBy(group: Group, program: Program): Program {
  const base = baseStage(group, freeName(program));
  const [first] = group.openings;
  const stages = program.stages.flatMap((stage) => {
    const opening = group.openings.find((each) => each.stage === stage);
    if (opening === undefined) return [stage];
    return [...(opening === first ? [base] : []), standingOn(base, opening)];
  });
  return { ...program, stages };
}

function baseStage({ openings, shared }: Group, name: string): BaseStage {
  const { stage, from, settings, install } = openings[0]!;
  const isShared = ({ value }: { readonly value: string }) => shared.some((each) => each.value === value);
  const others = openings.slice(1).flatMap((each) => each.install.packages.filter(isShared).map(({ origin }) => origin));
  const lasts = shared.every(({ value }) => isLasting(value));
  const together = (of: (opening: Opening) => Instruction) => mergeOrigins(...openings.map((each) => of(each).origins));
  return {
    name,
    origin: stage.origin,
    instructions: [
      { ...from, origins: together((each) => each.from) },
      ...settings.map((setting, index) => ({ ...setting, origins: together((each) => each.settings[index]!) })),
      {
        ...install,
        packages: shared,
        origins: mergeOrigins(
          together((each) => each.install),
          others,
        ),
        ...(lasts ? { group: 'lasting' as const } : {}),
      },
    ],
  };
}

type BaseStage = Stage & { readonly name: string };

function standingOn({ name, instructions }: BaseStage, { stage, from, settings, install }: Opening): Stage {
  const below = instructions.at(-1) as Install;
  const packages = install.packages.filter(({ value }) => !below.packages.some((shared) => shared.value === value));
  const rest = stage.instructions.slice(1 + settings.length + 1);
  const start: From = { kind: 'from', origins: from.origins, ...(from.comment === undefined ? {} : { comment: from.comment }), stage: name };
  return { ...stage, instructions: [start, ...(packages.length === 0 ? [] : [{ ...install, packages }]), ...rest] };
}

/** Of no stage, and of no context or image either, whose place a stage of that name would take. */
function freeName({ stages, contexts = [] }: Program): string {
  const read = stages.flatMap(({ instructions }) => instructions.flatMap((each) => [...imagesOf(each), ...stagesOf(each)]));
  const named = [...[...stages, ...contexts].map(({ name }) => name), ...read];
  const names = ['base', 'shared', ...Array.from({ length: named.length + 1 }, (_, index) => `base-${index + 2}`)];
  return names.find((name) => !named.includes(name))!;
}

function imagesOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'from') return instruction.image?.flatMap((part) => (typeof part === 'string' ? [part] : [])) ?? [];
  return instruction.kind === 'copy' && instruction.from !== undefined ? Object.values(instruction.from) : [];
}
