/**
 * ignoreComments(): the comments of a text that tell `lint` to say nothing of a place, and why.
 *
 *     apt: ['curl'], // imagewright-ignore unpinned-package: the lab's mirror is frozen
 *
 * Behind something else on its line, a comment is about that line; alone on its line, about the next one that is no comment. Several names are parted by commas.
 * `#` begins a comment too: requirements files and the like have findings as well.
 */

export interface IgnoreComment {
  readonly names: readonly string[];
  /** Undefined where none is given. */
  readonly reason?: string;
  /** Of the comment, 1-based; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The line that it is about. */
  readonly about: number;
}

const COMMENT = /(?:\/\/|\/\*|#)\s*imagewright-ignore\b[ \t]*(.*?)\s*(?:\*\/.*)?$/;

export function ignoreComments(text: string): readonly IgnoreComment[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const found = COMMENT.exec(line);
    if (found === null) return [];
    const [names = '', ...reason] = found[1]!.split(':');
    const said = reason.join(':').trim();
    const isAlone = line.slice(0, found.index).trim() === '';
    return [
      {
        names: names.split(/[\s,]+/).filter((name) => name !== ''),
        ...(said === '' ? {} : { reason: said }),
        line: index + 1,
        column: found.index + 1,
        endColumn: line.trimEnd().length + 1,
        about: isAlone ? nextLine(lines, index) : index + 1,
      },
    ];
  });
}

/** 1-based, of the first line behind that is no comment. */
function nextLine(lines: readonly string[], index: number): number {
  const next = lines.findIndex((line, at) => at > index && !/^\s*(?:\/\/|#|\/\*.*\*\/\s*$)/.test(line));
  return next < 0 ? lines.length : next + 1;
}
