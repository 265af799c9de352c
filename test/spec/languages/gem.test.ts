import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function resolved(definition: ImageDefinition) {
  const report = createReport();
  const spec = resolve(definition, {}, report);
  return report.diagnostics.length > 0 ? report.diagnostics : spec?.stages[0]?.languages.gem;
}

it('takes a list of gems, or says more', () => {
  expect(resolved({ base: 'debian:trixie-slim', gem: ['asciidoctor:2.0.23'] })).toEqual({
    packages: [{ value: 'asciidoctor:2.0.23', origin: { path: ['gem', 0] } }],
    origin: { path: ['gem'] },
  });
  expect(resolved({ base: 'debian:trixie-slim', gem: { packages: ['bat'], source: 'https://gems.example.org/' } })).toEqual({
    packages: [{ value: 'bat', origin: { path: ['gem', 'packages', 0] } }],
    source: { value: 'https://gems.example.org/', origin: { path: ['gem', 'source'] } },
    origin: { path: ['gem'] },
  });
});

it('merges what presets ask for', () => {
  expect(resolved({ base: 'debian:trixie-slim', presets: [{ gem: ['bat', 'ripgrep'] }], gem: ['ripgrep', 'fd-find'] })).toMatchObject({
    packages: [{ value: 'bat' }, { value: 'ripgrep' }, { value: 'fd-find' }],
  });
});

it('asks for nothing when no gem is named', () => {
  expect(resolved({ base: 'debian:trixie-slim', gem: { source: 'https://gems.example.org/' } })).toBe(undefined);
});

it('tells what it does not take', () => {
  const gem = { package: ['bat'], source: 'gems' };
  expect(resolved({ base: 'debian:trixie-slim', gem } as unknown as ImageDefinition)).toMatchObject([
    { code: 'bad-uri', origin: { path: ['gem', 'source'] }, message: '"gems" is no address to download from' },
    { code: 'unknown-field', origin: { path: ['gem', 'package'] }, message: 'unknown field "package"', hint: 'did you mean "packages"?' },
  ]);
});
