import { describe, expect, it } from 'vitest';
import { applyLintRules, lintRules } from '../../../src/rules/lint/index.js';
import type { LintRule } from '../../../src/rules/lint/lint-rule.js';
import { raw } from '../../../src/spec/steps.js';
import { arg, at, debian, run } from '../../support/instructions.js';
import { lint, turnedOn } from '../../support/lint.js';

const codesOf = (rule: LintRule, definition: LintRule['bad']) => lint(definition, rule.facts, turnedOn(rule)).map(({ code }) => code);

describe.each(Object.values<LintRule>(lintRules))('$name', (rule) => {
  it('has one finding in its bad example', () => expect(codesOf(rule, rule.bad)).toEqual([rule.name]));
  it('has nothing to say about its good example', () => expect(codesOf(rule, rule.good)).toEqual([]));
});

describe('applyLintRules', () => {
  const program = debian(arg('EDITION'), run('sudo mkdir /opt/tides'));
  const codes = (levels = {}) => applyLintRules(program, {}, levels).map(({ code, severity }) => `${severity} ${code}`);

  it('reports the findings of all rules, by the name of the rule', () => expect(codes()).toEqual(['warning sudo']));
  it('goes by the levels that it is given', () => {
    expect(codes({ sudo: 'error' })).toEqual(['error sudo']);
    expect(codes({ sudo: 'off' })).toEqual([]);
  });

  it('reads raw text, for the rules that compile() applies as well', () => {
    const found = lint({ steps: [raw('RUN sudo ldconfig\nCOPY .env /app/')], raw: ['CMD tides'] });
    expect(found.map(({ code, origin }) => [code, origin])).toEqual([
      ['sudo', at('steps', 0)],
      ['copied-secret', at('steps', 0)],
      ['shell-form-command', at('raw', 0)],
    ]);
  });

  it('reports what was written once a single time', () => {
    const it = run('sudo ldconfig');
    expect(applyLintRules({ ...debian(), stages: [...debian(it).stages, ...debian(it).stages] }).map(({ code }) => code)).toEqual(['sudo']);
  });
});
