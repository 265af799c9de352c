/** unifiedDiff(): from one text to another, as `diff -u` prints it; changedLines(): the same as numbers of lines. The only user of the package diff. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY, structuredPatch } from 'diff';

interface NamedText {
  readonly path: string;
  readonly text: string;
}

export function unifiedDiff(from: NamedText, to: NamedText): string {
  return createTwoFilesPatch(from.path, to.path, from.text, to.text, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}

export interface ChangedLines {
  /** With a line around each change, and `-`, `+` or a blank before each. */
  readonly lines: readonly string[];
  /** Numbers of lines, from 0, that only the first text has. */
  readonly removed: readonly number[];
  /** Of those that only the second has. */
  readonly added: readonly number[];
}

export function changedLines(from: string, to: string): ChangedLines {
  const { hunks } = structuredPatch('', '', from, to, undefined, undefined, { context: 1 });
  const numbered = hunks.flatMap(({ lines, oldStart, newStart }) => {
    let [old, young] = [oldStart - 1, newStart - 1];
    return lines.map((line) => ({ line, old: line.startsWith('+') ? old : old++, young: line.startsWith('-') ? young : young++ }));
  });
  return {
    lines: hunks.flatMap(({ lines }, index) => [...(index === 0 ? [] : [' …']), ...withoutBlankEdges(lines)]),
    removed: numbered.flatMap(({ line, old }) => (line.startsWith('-') ? [old] : [])),
    added: numbered.flatMap(({ line, young }) => (line.startsWith('+') ? [young] : [])),
  };
}

function withoutBlankEdges(lines: readonly string[]): readonly string[] {
  return lines.slice(lines[0] === ' ' ? 1 : 0, lines.at(-1) === ' ' ? -1 : undefined);
}
