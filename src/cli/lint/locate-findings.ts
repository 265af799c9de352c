/** locateFindings(): what rules find in images → findings with their places, each once, and with what mends them by paths in what the file exports. */

import type { Fix } from '../../edit.js';
import type { OriginPath } from '../../origin.js';
import type { LintDiagnostic } from '../../rules/lint/index.js';
import type { Fault } from '../fault.js';
import { locateFaults } from '../locate-faults.js';

export interface LintFinding extends Fault {
  readonly fix?: Fix;
}

export interface PendingFinding {
  readonly diagnostic: LintDiagnostic;
  /** Path of the definition in what the file exports. */
  readonly path: OriginPath;
}

export async function locateFindings(file: string, pending: readonly PendingFinding[]): Promise<readonly LintFinding[]> {
  if (pending.length === 0) return [];
  const faults = await locateFaults(file, pending);
  const findings = faults.map((fault, index) => ({ ...fault, ...fixOf(pending[index]!) }));
  return distinct(findings);
}

function fixOf({ diagnostic: { fix }, path }: PendingFinding): { readonly fix?: Fix } {
  return fix === undefined ? {} : { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: [...path, ...edit.path] })) } };
}

/** What several images have from one place is told once. */
function distinct(findings: readonly LintFinding[]): readonly LintFinding[] {
  const key = ({ code, message, place }: Fault) => `${code}\n${message}\n${place?.file}:${place?.line}:${place?.column}`;
  const byKey = new Map<string, LintFinding>();
  for (const finding of findings) if (!byKey.has(key(finding))) byKey.set(key(finding), finding);
  return [...byKey.values()];
}
