/**
 * Diagnostics: what is wrong, where, and what to do about it. They are data; `cli/report.ts` alone prints them.
 *
 * Leaf module: every other module may import it, it imports only the other leaves.
 */

import type { Origin } from './origin.js';

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  /** Kebab-case name of the kind of fault: `unknown-field`. */
  readonly code: string;
  readonly severity: Severity;
  readonly origin: Origin;
  /** Thing and fault: `"curl=" has an empty version`. */
  readonly message: string;
  /** Remedy: `write 'curl' for any version or 'curl=8.5.0-2' to pin one`. */
  readonly hint?: string;
}

/** Collects diagnostics, so that all of them are reported at once. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  error(code: string, origin: Origin, text: { message: string; hint?: string }): void;
  warning(code: string, origin: Origin, text: { message: string; hint?: string }): void;
}

export function createReport(): Report {
  const diagnostics: Diagnostic[] = [];
  const add = (severity: Severity) => (code: string, origin: Origin, text: { message: string; hint?: string }) => {
    diagnostics.push({ code, severity, origin, ...text });
  };
  return { diagnostics, error: add('error'), warning: add('warning') };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
