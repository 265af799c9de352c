/** Whether a source of COPY is one file or folder: no pattern, and no variable in it. */

import type { PathText } from '../text.js';

export function isOnePath(source: PathText): source is string {
  return typeof source === 'string' && !/[*?[\\]/.test(source);
}
