import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { compile } from '../../src/pipeline.js';
import { applyRules, rules } from '../../src/rules/index.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { at, copy, debian, from, run } from '../support/instructions.js';

const codesOf = (definition: unknown) => compile(definition as ImageDefinition, { dir: 'rules' }).diagnostics.map(({ code }) => code);

describe.each(Object.values(rules))('$name', (rule) => {
  it('has one finding in its bad example', () => expect(codesOf(rule.bad)).toEqual([rule.name]));
  it('has nothing to say about its good example', () => expect(codesOf(rule.good)).toEqual([]));
});

describe('applyRules', () => {
  it('reports the findings of all rules, by the name of the rule, each once', () => {
    const report = createReport();
    const stage = { origin: at(), instructions: [from('debian:bookworm-slim'), copy('.env', '/app/'), run('cd /app')] };
    applyRules({ ...debian(), stages: [{ ...stage, name: 'build' }, stage] }, {}, report);
    expect(report.diagnostics.map(({ code, severity, origin }) => ({ code, severity, origin }))).toEqual([
      { code: 'copied-secret', severity: 'warning', origin: at('copy', '.env') },
      { code: 'run-without-effect', severity: 'warning', origin: at('run', 'cd /app') },
    ]);
  });
});
