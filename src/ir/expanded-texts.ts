/** expandedTexts(): the texts of an instruction that the builder expands, each with the place where it was written. */

import type { Origin } from '../origin.js';
import { pathText, type AnyText, type Text } from '../text.js';
import type { Add, Copy, File, Instruction } from './instruction.js';

export interface ExpandedText {
  readonly text: Text;
  readonly origin: Origin;
}

export function expandedTexts(instruction: Instruction): readonly ExpandedText[] {
  if (instruction.kind === 'env' || instruction.kind === 'label') return instruction.entries.map(({ value, origin }) => ({ text: value, origin }));
  const origin = instruction.origins[0]!;
  return textsOf(instruction).map((text) => ({ text: pathText(text), origin }));
}

function textsOf(instruction: Instruction): readonly AnyText[] {
  switch (instruction.kind) {
    case 'from':
      return [instruction.image ?? []];
    case 'arg':
      return [instruction.default ?? []];
    case 'workdir':
      return [instruction.path];
    case 'user':
      return [instruction.user];
    case 'copy':
      return [...instruction.sources, instruction.to, ...rightsOf(instruction)];
    case 'add':
      return [...addedTexts(instruction), ...rightsOf(instruction)];
    case 'file':
      return [expandedNames(instruction), ...rightsOf(instruction)];
    case 'run':
    case 'install':
      return instruction.mounts.flatMap((mount) => Object.values(mount).filter((value) => Array.isArray(value)));
    case 'expose':
      return instruction.ports;
    case 'volume':
      return instruction.paths;
    case 'stop-signal':
      return [instruction.signal];
    default:
      return [];
  }
}

function addedTexts({ sources, to, checksum = [] }: Add): readonly AnyText[] {
  return [...sources.flatMap((source): readonly AnyText[] => Object.values(source)), to, checksum];
}

function rightsOf({ chown, chmod }: Copy | Add | File): readonly AnyText[] {
  return [chown ?? [], chmod ?? []];
}

/** Of the body of a heredoc, which may hold anything else. */
function expandedNames({ content, expand }: File): Text {
  if (!expand) return [];
  return [...content.matchAll(/(?<!\\)\$(?:\{([A-Za-z_]\w*)(:?[-+?]|##?|%%?|\/\/?)?([^}]*)\}|([A-Za-z_]\w*))/g)].map(
    ([, braced, operator, word, bare]) => ({
      variable: (braced ?? bare)!,
      ...(operator === undefined ? {} : { operator, word: word ?? '' }),
    }),
  );
}
