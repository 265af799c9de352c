/**
 * commentFindings(): what is wrong with the comments that ignore findings: one without a reason, one that ignores nothing.
 *
 *     image.ts:5:18 warning: "unpinned-package" finds nothing here   (unused-ignore)
 */

import type { LintLevel } from '../../lint-level.js';
import { quoted } from '../../spec/check/fault.js';
import { didYouMean } from '../../spec/did-you-mean.js';
import type { Fault } from '../fault.js';
import { commentRules, type CommentRule } from './comment-rules.js';
import type { Ignored, LocatedComment } from './ignored-findings.js';

export interface CommentContext {
  readonly ignored: readonly Ignored<Fault>[];
  readonly levels: Readonly<Record<string, LintLevel>>;
  /** Names that a comment may have. */
  readonly known: readonly string[];
  /** Whether what has that name was looked for. */
  readonly wasSought: (name: string) => boolean;
}

interface Text {
  readonly message: string;
  readonly hint: string;
}

export function commentFindings(comments: readonly LocatedComment[], context: CommentContext): readonly Fault[] {
  return comments.flatMap((comment) => {
    const { ignoreWithoutReason, unusedIgnore } = commentRules;
    const tell = (rule: CommentRule) => (text: Text) => finding(rule, comment, { levels: context.levels, ...text });
    return [...withoutReason(comment).flatMap(tell(ignoreWithoutReason)), ...unused(comment, context).flatMap(tell(unusedIgnore))];
  });
}

function withoutReason({ names, reason }: LocatedComment): readonly Text[] {
  if (reason !== undefined) return [];
  const hint = `write it behind a colon: imagewright-ignore ${names.length === 0 ? 'NAME' : names.join(', ')}: why`;
  return [{ message: 'this comment ignores a finding, and does not say why', hint }];
}

function unused(comment: LocatedComment, { ignored, known, wasSought }: CommentContext): readonly Text[] {
  const used = ignored.flatMap((each) => (each.comment === comment ? [each.fault.code] : []));
  const idle = comment.names.filter((name) => !used.includes(name) && wasSought(name));
  return idle.map((name) => {
    const meant = known.includes(name) ? undefined : didYouMean(name, known);
    return { message: `${quoted(name)} finds nothing here`, hint: meant ?? 'take it out' };
  });
}

function finding(
  { name, level }: CommentRule,
  { file, line, column, endColumn }: LocatedComment,
  { levels, ...text }: Text & Pick<CommentContext, 'levels'>,
): readonly Fault[] {
  const severity = levels[name] ?? level;
  return severity === 'off' ? [] : [{ code: name, severity, ...text, place: { file, line, column, endColumn } }];
}
