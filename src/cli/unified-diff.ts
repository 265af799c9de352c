/** unifiedDiff(): from one text to another, as `diff -u` prints it. The only user of the package diff. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

interface NamedText {
  readonly path: string;
  readonly text: string;
}

export function unifiedDiff(from: NamedText, to: NamedText): string {
  return createTwoFilesPatch(from.path, to.path, from.text, to.text, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
