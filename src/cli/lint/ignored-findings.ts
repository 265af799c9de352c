/**
 * ignoredFindings(): findings → those that are left, and those that a comment in their file ignores, with its reason.
 *
 * A comment without names ignores nothing. What has no place in a file cannot be ignored by a comment.
 */

import { readFileSync } from 'node:fs';
import type { Fault } from '../fault.js';
import { ignoreComments, type IgnoreComment } from './ignore-comments.js';

export interface LocatedComment extends IgnoreComment {
  /** Absolute. */
  readonly file: string;
}

export interface Ignored<F extends Fault> {
  readonly fault: F;
  readonly comment: LocatedComment;
}

export interface SortedFindings<F extends Fault> {
  readonly left: readonly F[];
  readonly ignored: readonly Ignored<F>[];
}

export function ignoredFindings<F extends Fault>(faults: readonly F[], comments: readonly LocatedComment[]): SortedFindings<F> {
  const ignored = faults.flatMap((fault) => {
    const comment = comments.find(({ file, about, names }) => fault.place?.file === file && fault.place.line === about && names.includes(fault.code));
    return comment === undefined ? [] : [{ fault, comment }];
  });
  return { left: faults.filter((fault) => !ignored.some((each) => each.fault === fault)), ignored };
}

/** Those of some files, of which one that cannot be read has none. */
export function commentsIn(files: readonly string[]): readonly LocatedComment[] {
  return [...new Set(files)].flatMap((file) => ignoreComments(textOf(file)).map((comment) => ({ ...comment, file })));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Without the warnings that a comment ignores: for verbs that tell warnings besides what they do. */
export function notIgnored(faults: readonly Fault[]): readonly Fault[] {
  const warnings = faults.filter(({ severity }) => severity === 'warning');
  const { ignored } = ignoredFindings(warnings, commentsIn(warnings.flatMap(({ place }) => place?.file ?? [])));
  return faults.filter((fault) => !ignored.some((each) => each.fault === fault));
}
