/**
 * What a merged instruction keeps of the two that it was made from, whatever their kind: the origins of both, and the comments of both, each once and on a
 * line of its own.
 */

import { mergeOrigins, type Origin } from '../origin.js';
import type { Instruction } from './instruction.js';

export function mergeBase(first: Instruction, second: Instruction): { readonly origins: readonly Origin[]; readonly comment?: string } {
  const comments = [first.comment, second.comment].flatMap((comment) => comment?.split('\n') ?? []);
  const origins = mergeOrigins(first.origins, second.origins);
  return comments.length === 0 ? { origins } : { origins, comment: [...new Set(comments)].join('\n') };
}
