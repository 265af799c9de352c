/** heredocLines(): the body and the closing line of a heredoc; the opening `<<'EOF'` is the caller's, with the delimiter that this gives. */

import type { Origin } from '../origin.js';
import type { PrintedLine } from './line.js';
import { heredocDelimiter } from './quote.js';

export interface Heredoc {
  readonly delimiter: string;
  readonly lines: readonly PrintedLine[];
}

/** `body` ends with a newline, or is empty. */
export function heredoc(body: string, origins: readonly Origin[]): Heredoc {
  const delimiter = heredocDelimiter(body);
  const lines = body === '' ? [] : body.slice(0, -1).split('\n');
  return { delimiter, lines: [...lines, delimiter].map((text) => ({ text, origins, verbatim: true })) };
}
