import { expect, test } from 'vitest';
import { originText } from '../../../src/origin.js';
import { compile } from '../../../src/pipeline.js';
import { definePreset } from '../../../src/spec/define-preset.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

const compiled = (definition: object) => compile({ base: 'debian:bookworm-slim', ...definition } as ImageDefinition);

const told = (definition: object) =>
  compiled(definition).diagnostics.map(({ code, origin, message, hint }) => `${code} ${originText(origin)}: ${message} | ${hint}`);

test('a rule that there is none of', () => {
  expect(told({ lint: { 'copied-secrets': 'off' } })).toEqual([
    'unknown-rule lint["copied-secrets"]: there is no rule "copied-secrets" | did you mean "copied-secret"?',
  ]);
  expect(told({ lint: { tides: 'off' } })).toEqual(['unknown-rule lint.tides: there is no rule "tides" | "imagewright lint --list" lists them']);
  expect(told({ lint: { 'copied-secret': 'warn' } })).toEqual([
    'unknown-value lint["copied-secret"]: lint["copied-secret"] must be "error", "warning" or "off", not "warn" | undefined',
  ]);
});

test('what does not work cannot be turned off', () => {
  expect(told({ lint: { 'unfinished-command': 'off' } })[0]).toMatch(/^unknown-rule /);
});

test('what presets say is merged by rule', () => {
  const strict = definePreset({ name: 'strict', define: () => ({ lint: { 'copied-secret': 'error', 'shell-form-command': 'error' } }) });
  const { spec } = compiled({ presets: [strict()], lint: { 'shell-form-command': 'off' } }) as { readonly spec: { readonly lint: object } };
  expect(spec.lint).toEqual({ 'copied-secret': 'error', 'shell-form-command': 'off' });
});

test('a rule that is off finds nothing, whoever compiles', () => {
  const secret = { copy: { '.env': '/srv/.env' } };
  expect(told(secret).map((line) => line.split(' ')[0])).toEqual(['copied-secret']);
  expect(told({ ...secret, lint: { 'copied-secret': 'off' } })).toEqual([]);
  expect(compiled({ ...secret, lint: { 'copied-secret': 'error' } })).toMatchObject({ ok: true, diagnostics: [{ severity: 'warning' }] });
});
