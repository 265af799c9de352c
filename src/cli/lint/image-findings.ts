/**
 * imageFindings(): an image that compiles → what both tables of rules find in it, at the levels that it asks for, with what mends each; not yet looked up in the file.
 */

import { applyLintRules, type LintDiagnostic } from '../../rules/lint/index.js';
import type { LintFacts } from '../../rules/lint/lint-facts.js';
import type { ProjectImage } from '../project.js';

export function imageFindings({ compiled }: ProjectImage, facts: LintFacts): readonly LintDiagnostic[] {
  const { diagnostics, passes, program, spec } = compiled;
  const ofCompile = diagnostics.flatMap((diagnostic) => {
    const level = spec.lint[diagnostic.code] ?? diagnostic.severity;
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
  });
  return [...ofCompile, ...applyLintRules(passes[0]?.before ?? program, facts, spec.lint)];
}
