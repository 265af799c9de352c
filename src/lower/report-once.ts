/** A report that takes each diagnostic once: a stage and the one that builds for it ask for the same packages. */

import type { Diagnostic, Report } from '../diagnostics.js';

export function reportOnce(report: Report): Report {
  const add =
    (severity: Diagnostic['severity']): Report['error'] =>
    (code, origin, text) => {
      const isKnown = report.diagnostics.some(
        (known) => known.code === code && known.message === text.message && JSON.stringify(known.origin) === JSON.stringify(origin),
      );
      if (!isKnown) report[severity](code, origin, text);
    };
  return { diagnostics: report.diagnostics, error: add('error'), warning: add('warning') };
}
