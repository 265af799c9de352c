/** ignorePatterns(): the patterns of a .dockerignore, with their lines: without comments, blank lines and blanks around. */

export interface IgnorePattern {
  readonly pattern: string;
  /** 1-based, as the column. */
  readonly line: number;
  readonly column: number;
}

export function ignorePatterns(text: string): readonly IgnorePattern[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const pattern = line.trim();
    const column = line.length - line.trimStart().length + 1;
    return pattern === '' || line.startsWith('#') ? [] : [{ pattern, line: index + 1, column }];
  });
}
