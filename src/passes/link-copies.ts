/**
 * What comes from another stage is a layer that does not depend on those below it: when they change, it is taken from the cache, and neither pushed nor pulled again.
 *
 *     COPY --from=build /opt/venv /opt/venv
 *
 *     COPY --from=build --link /opt/venv /opt/venv
 *
 * With `--link` the files are copied to an empty file system, whose folders then replace those of the image. So it refuses
 *
 * - targets but those below `/opt` and `/srv`, folders that belong to root, are open to all and are no links in every base that we know;
 * - a stage in which a command, raw text or a volume comes before, which could have changed that, in it or in one that it stands on: house-keeping that the
 *   compiler wrote, and installs, have not;
 * - owners by name, which the empty file system does not know; `--chmod`, with which builders ignore it; and what the author has decided.
 */

import { copiedPlace } from '../ir/copied-place.js';
import { hasFeature } from '../ir/features.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import { mapStages, targetOf, type Program } from '../ir/program.js';
import type { AnyText } from '../text.js';
import type { Pass } from './pass.js';

const ROOTS = /^\/(?:opt|srv)\/./;

export const linkCopies: Pass = {
  name: 'link-copies',
  summary: 'what comes from another stage does not depend on the layers below it',
  why: 'When a package is added below, the layer stays the same: it is not copied, pushed or pulled again.',
  policies: ['cache'],
  apply: (program) =>
    hasFeature(targetOf(program), 'link') ? mapStages(program, (instructions) => linkAll(instructions, standsOn(instructions, program))) : program,
};

/** What is below a stage, down to an image. */
function standsOn([from]: readonly Instruction[], program: Program): readonly Instruction[] {
  if (from?.kind !== 'from' || from.stage === undefined) return [];
  const below = program.stages.find(({ name }) => name === from.stage)?.instructions ?? [];
  return [...standsOn(below, program), ...below];
}

function linkAll(instructions: readonly Instruction[], below: readonly Instruction[]): readonly Instruction[] {
  const linked = instructions.map((instruction, index) => {
    const before = [...below, ...instructions.slice(0, index)];
    return instruction.kind === 'copy' && mayLink(instruction, before) ? { ...instruction, link: true } : instruction;
  });
  return linked.some((instruction, index) => instruction !== instructions[index]) ? linked : instructions;
}

function mayLink(copy: Copy, before: readonly Instruction[]): boolean {
  const { from, link, chmod, chown, parents } = copy;
  if (from === undefined || !('stage' in from) || link !== undefined || chmod !== undefined || parents === true) return false;
  const place = copiedPlace(copy, before);
  return place !== undefined && ROOTS.test(place) && isNumeric(chown) && !before.some(mayChangeFolders);
}

function mayChangeFolders(instruction: Instruction): boolean {
  return (instruction.kind === 'run' && instruction.generated !== true) || instruction.kind === 'raw' || instruction.kind === 'volume';
}

/** A variable may hold a name. */
function isNumeric(owner: AnyText = ''): boolean {
  return typeof owner === 'string' && /^(?:\d+(?::\d+)?)?$/.test(owner);
}
