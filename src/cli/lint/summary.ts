/** summaryOf(): what was found, in one line: `2 findings, 1 ignored; "imagewright lint --fix" mends 1 of them`. */

import type { LintFinding } from './locate-findings.js';

export function summaryOf(left: readonly LintFinding[], ignored: readonly unknown[]): string {
  const count = left.length === 0 ? 'no findings' : `${left.length} finding${left.length === 1 ? '' : 's'}`;
  const silent = ignored.length === 0 ? '' : `, ${ignored.length} ignored`;
  const mendable = left.filter(({ fix }) => fix !== undefined).length;
  if (mendable === 0) return `${count}${silent}`;
  const which = mendable < left.length ? `${mendable} of them` : mendable === 1 ? 'it' : 'them';
  return `${count}${silent}; "imagewright lint --fix" mends ${which}`;
}
