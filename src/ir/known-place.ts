/**
 * knownPlace(): what is at a path when an instruction is carried out, as far as that is certain: nothing, or an empty folder that a WORKDIR has made.
 *
 *     FROM debian:bookworm-slim
 *     RUN apt-get install -y git
 *     WORKDIR /app                 /app: an empty folder; /opt/tides: nothing
 *
 * Certain are places for applications, in Debian's and Ubuntu's own images and those of languages that are made from them, and only as long as nobody but the
 * compiler has run a command, nothing was put there, and nothing names the place.
 */

import { arePlacesRelated, copiedPlace } from './copied-place.js';
import { folderAfter } from './folder.js';
import type { From, Instruction } from './instruction.js';

export type KnownPlace = 'nothing' | 'empty-folder';

const APPLICATIONS = /^\/(?:(?:app|build|code|data|src|work|workspace|usr\/src\/app)(?:\/|$)|(?:opt|srv|tmp)\/(?!conda|mamba|nvidia|venv|yarn)[^/]+)/;

/** In each of the images. */
const FOLDERS = ['/', '/opt', '/srv', '/tmp', '/usr/src'];

/** Of which every version is Debian or Ubuntu; and those of which it depends on the tag. */
const ALWAYS_DEBIAN = /^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|buildpack-deps)(?=[:@]|$)/;
const OFTEN_DEBIAN = /^(?:docker\.io\/)?(?:library\/)?(?:golang|node|python|ruby|rust)(?=[:@]|$)/;

/** `before`: what stands before the instruction in its stage, and in those that it stands on. */
export function knownPlace(place: string, before: readonly Instruction[]): KnownPlace | undefined {
  const [base] = before;
  if (base?.kind !== 'from' || !isDebian(base) || !APPLICATIONS.test(place)) return undefined;
  if (!before.every((instruction, index) => leavesAlone(instruction, place, before.slice(0, index)))) return undefined;
  return foldersMade(before).includes(place) ? 'empty-folder' : 'nothing';
}

/** Whether the folder that a place is in is there. */
export function isParentThere(place: string, before: readonly Instruction[]): boolean {
  const parent = place.replace(/\/[^/]*$/, '') || '/';
  return [...FOLDERS, ...foldersMade(before)].includes(parent);
}

/** A digest may be that of another image than its tag says, of the same name: then the name has to be enough. */
function isDebian({ image = [] }: From): boolean {
  const [first] = image;
  if (typeof first !== 'string') return false;
  return (
    ALWAYS_DEBIAN.test(first) || (image.length === 1 && OFTEN_DEBIAN.test(first) && /^[^@]*:/.test(first) && !/alpine|windows|nano|core/.test(first))
  );
}

function leavesAlone(instruction: Instruction, place: string, before: readonly Instruction[]): boolean {
  switch (instruction.kind) {
    case 'from':
      return (instruction.triggers ?? []).length === 0;
    case 'raw':
      return false;
    case 'run':
      return instruction.generated === true && !names(instruction, place);
    case 'install':
      return !names(instruction, place);
    case 'copy':
    case 'add':
    case 'file': {
      const other = copiedPlace(instruction, before);
      return other !== undefined && !arePlacesRelated(place, other);
    }
    case 'workdir': {
      const folder = folderAfter(before.reduce(folderAfter, undefined), instruction);
      return folder !== undefined && !folder.startsWith(`${place}/`);
    }
    default:
      return true;
  }
}

function names(instruction: Instruction, place: string): boolean {
  return JSON.stringify(instruction).includes(place);
}

function foldersMade(before: readonly Instruction[]): readonly (string | undefined)[] {
  return before.flatMap((instruction, index) =>
    instruction.kind === 'workdir' ? [folderAfter(before.slice(0, index).reduce(folderAfter, undefined), instruction)] : [],
  );
}
