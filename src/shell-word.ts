/**
 * One word of a POSIX shell command line: the only place that quotes for a shell.
 *
 * In: any string without NUL. Out: a word that the shell reads back as exactly that string, as an argument of a command (in first place `a=b` would be an
 * assignment). Words stay bare where that is safe, so that Dockerfiles read as people write them:
 *
 *     build-essential        build-essential
 *     numpy>=1.26            'numpy>=1.26'
 *     it's                   'it'\''s'
 *
 * Leaf module: lower, passes and print import it.
 */

/** Characters that no POSIX shell gives a meaning inside an argument. */
const SAFE_WORD = /^[A-Za-z0-9_./:@%+,=-]+$/;

export function shellWord(text: string): string {
  if (SAFE_WORD.test(text)) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
