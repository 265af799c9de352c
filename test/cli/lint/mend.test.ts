/** Each fix that a rule has for its own bad example can be made in the file, and mends it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompiledImage } from '../../../src/cli/compiled-image.js';
import { imageFindings } from '../../../src/cli/lint/image-findings.js';
import { editDefinition } from '../../../src/load/edit-definition.js';
import { sourceText } from '../../../src/load/source-text.js';
import { compile } from '../../../src/pipeline.js';
import { lintRules } from '../../../src/rules/lint/index.js';
import type { LintRule } from '../../../src/rules/lint/lint-rule.js';
import type { ImageDefinition } from '../../../src/spec/types.js';
import { folderWith } from '../../support/command.js';

function findings(definition: ImageDefinition, { name, facts = {} }: LintRule) {
  const compiled = compile(definition, { lint: { [name]: 'warning' } }) as CompiledImage;
  expect(compiled.ok, JSON.stringify(compiled.diagnostics)).toBe(true);
  return imageFindings({ name, path: [], compiled, dockerfile: '/tides/Dockerfile' }, facts).filter(({ code }) => code === name);
}

const fixable = Object.values<LintRule>(lintRules).filter((rule) => findings(rule.bad as ImageDefinition, rule).some(({ fix }) => fix !== undefined));

describe('the fix of a rule mends its bad example', () => {
  it.each(fixable.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const fixes = findings(rule.bad as ImageDefinition, rule).flatMap(({ fix }) => fix ?? []);
    const file = join(folderWith({}), 'image.ts');
    writeFileSync(file, `export default ${sourceText(rule.bad)};\n`);
    const { text, results } = editDefinition(file, fixes);
    expect(results).toEqual(fixes.map(() => true));
    const mended = new Function(`return (${text.replace('export default ', '').replace(/;\n$/, '')});`)() as ImageDefinition;
    // What it was told of the folder is as it was.
    if (rule.facts?.sources === undefined) expect(findings(mended, rule)).toEqual([]);
  });

  it('is there for several', () => {
    expect(fixable.length).toBeGreaterThan(3);
  });
});
