/**
 * What comes from another stage is a layer that does not depend on those below it: when they change, it is taken from the cache, and neither pushed nor pulled again.
 *
 *     COPY --from=build /opt/venv /opt/venv
 *
 *     COPY --from=build --link /opt/venv /opt/venv
 *
 * With `--link` the files are copied to an empty file system, whose folders, all of them root's and open to all, then replace those of the image. So it refuses
 *
 * - targets but those below `/opt` and `/srv`, which are such folders in every base that we know, and those in a folder of their own (`/app`) where the base is
 *   known to have none of that name;
 * - a stage in which a command, raw text or a volume comes before, which could have changed that, in it or in one that it stands on: house-keeping that the
 *   compiler wrote, and installs, have not; nor one in which a copy or a working directory has made one of these folders another owner's, or may have;
 * - owners by name, which the empty file system does not know; `--chmod`, with which builders ignore it; and what the author has decided.
 */

import { copiedPlace, isCopying, type Copying } from '../ir/copied-place.js';
import { hasFeature } from '../ir/features.js';
import { absolutePath, folderAfter } from '../ir/folder.js';
import type { Copy, Instruction } from '../ir/instruction.js';
import { instructionsBelow } from '../ir/instructions-below.js';
import { mapStages, targetOf } from '../ir/program.js';
import { literalValue, type AnyText } from '../text.js';
import type { Pass } from './pass.js';

const ROOTS = /^\/(?:opt|srv)\/./;
/** What there is at the root of every Linux. */
const STANDARD = /^\/(?:bin|boot|dev|etc|home|lib\w*|lost\+found|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)?(?:\/|$)/;

export const linkCopies: Pass = {
  name: 'link-copies',
  summary: 'what comes from another stage does not depend on the layers below it',
  why: 'When a package is added below, the layer stays the same: it is not copied, pushed or pulled again.',
  policies: ['cache'],
  apply: (program) =>
    hasFeature(targetOf(program), 'link')
      ? mapStages(program, (instructions) => linkAll(instructions, instructionsBelow(instructions, program)))
      : program,
};

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
  if (place === undefined || !isNumeric(chown) || before.some(mayChangeFolders)) return false;
  return (ROOTS.test(place) || isOwnFolder(place, before)) && !before.some((_, index) => mayOwnFolders(before, index, place));
}

function isOwnFolder(place: string, before: readonly Instruction[]): boolean {
  return !STANDARD.test(place) && before.some((instruction) => instruction.kind === 'from' && instruction.standardRoot === true);
}

function mayChangeFolders(instruction: Instruction): boolean {
  return (instruction.kind === 'run' && instruction.generated !== true) || instruction.kind === 'raw' || instruction.kind === 'volume';
}

/** Whether the instruction at `index` may have left folders on the way to `place` that are not root's, or not open to all. */
function mayOwnFolders(all: readonly Instruction[], index: number, place: string): boolean {
  const instruction = all[index]!;
  const before = all.slice(0, index);
  if (isCopying(instruction)) return mayCopyFolders(instruction, copiedPlace(instruction, before), place);
  if (instruction.kind !== 'workdir') return false;
  const path = literalValue(instruction.path);
  const folder = path === undefined ? undefined : absolutePath(path, before.reduce(folderAfter, undefined));
  return folder === undefined || (ownRoot(folder) === ownRoot(place) && mayHaveUser(before));
}

/** A folder of the sources keeps its mode, one on the way to them is root's and open to all, unless the copy says otherwise. */
function mayCopyFolders({ chown, chmod }: Copying, to: string | undefined, place: string): boolean {
  if (to === undefined) return true;
  if (chown !== undefined || chmod !== undefined) return ownRoot(to) === ownRoot(place);
  const parent = place.slice(0, place.lastIndexOf('/'));
  return to !== parent && (`${place}/`.startsWith(`${to}/`) || to.startsWith(`${place}/`));
}

/** `/opt/tides` of `/opt/tides/data`, `/app` of `/app/data`: what is not there in any base. */
function ownRoot(path: string): string {
  return path.split('/', ROOTS.test(path) ? 3 : 2).join('/');
}

/** A working directory is made as the user's. */
function mayHaveUser(before: readonly Instruction[]): boolean {
  return (
    before.some(({ kind }) => kind === 'user') || !before.some((instruction) => instruction.kind === 'from' && instruction.standardRoot === true)
  );
}

/** A variable may hold a name. */
function isNumeric(owner: AnyText = ''): boolean {
  return typeof owner === 'string' && /^(?:\d+(?::\d+)?)?$/.test(owner);
}
