import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function resolved(definition: ImageDefinition) {
  const report = createReport();
  const spec = resolve(definition, {}, report);
  return report.diagnostics.length > 0 ? report.diagnostics : spec?.stages[0]?.languages.go;
}

it('takes a list of packages, or says more', () => {
  expect(resolved({ base: 'debian:trixie-slim', go: ['mvdan.cc/gofumpt@v0.7.0'] })).toEqual({
    packages: [{ value: 'mvdan.cc/gofumpt@v0.7.0', origin: { path: ['go', 0] } }],
    cgo: false,
    origin: { path: ['go'] },
  });
  expect(resolved({ base: 'debian:trixie-slim', go: { packages: ['bat'], cgo: true, toolchain: 'golang:1.24-trixie' } })).toEqual({
    packages: [{ value: 'bat', origin: { path: ['go', 'packages', 0] } }],
    cgo: true,
    toolchain: { value: 'golang:1.24-trixie', origin: { path: ['go', 'toolchain'] } },
    origin: { path: ['go'] },
  });
});

it('merges what presets ask for', () => {
  expect(resolved({ base: 'debian:trixie-slim', presets: [{ go: ['bat', 'ripgrep'] }], go: ['ripgrep', 'fd-find'] })).toMatchObject({
    packages: [{ value: 'bat' }, { value: 'ripgrep' }, { value: 'fd-find' }],
  });
});

it('asks for nothing when no package is named', () => {
  expect(resolved({ base: 'debian:trixie-slim', go: { cgo: true } })).toBe(undefined);
});

it('tells what it does not take', () => {
  const go = { package: ['bat'], cgo: 'yes', toolchain: 'golang:' };
  expect(resolved({ base: 'debian:trixie-slim', go } as unknown as ImageDefinition)).toMatchObject([
    { code: 'wrong-type', origin: { path: ['go', 'cgo'] }, message: 'go.cgo must be true or false, not a string' },
    {
      code: 'bad-image-reference',
      origin: { path: ['go', 'toolchain'] },
      message: '"golang:" has a tag that no image can have',
      hint: 'write letters, digits, "_", "." and "-" after the colon',
    },
    { code: 'unknown-field', origin: { path: ['go', 'package'] }, message: 'unknown field "package"', hint: 'did you mean "packages"?' },
  ]);
});
