import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function resolved(definition: ImageDefinition) {
  const report = createReport();
  const spec = resolve(definition, {}, report);
  return report.diagnostics.length > 0 ? report.diagnostics : spec?.stages[0]?.languages.cargo;
}

it('takes a list of crates, or says more', () => {
  expect(resolved({ base: 'debian:trixie-slim', cargo: ['ripgrep@14.1.1'] })).toEqual({
    packages: [{ value: 'ripgrep@14.1.1', origin: { path: ['cargo', 0] } }],
    locked: true,
    origin: { path: ['cargo'] },
  });
  expect(resolved({ base: 'debian:trixie-slim', cargo: { packages: ['bat'], locked: false, toolchain: 'rust:1.83-slim-trixie' } })).toEqual({
    packages: [{ value: 'bat', origin: { path: ['cargo', 'packages', 0] } }],
    locked: false,
    toolchain: { value: 'rust:1.83-slim-trixie', origin: { path: ['cargo', 'toolchain'] } },
    origin: { path: ['cargo'] },
  });
});

it('merges what presets ask for', () => {
  expect(resolved({ base: 'debian:trixie-slim', presets: [{ cargo: ['bat', 'ripgrep'] }], cargo: ['ripgrep', 'fd-find'] })).toMatchObject({
    packages: [{ value: 'bat' }, { value: 'ripgrep' }, { value: 'fd-find' }],
  });
});

it('asks for nothing when no crate is named', () => {
  expect(resolved({ base: 'debian:trixie-slim', cargo: { locked: false } })).toBe(undefined);
});

it('tells what it does not take', () => {
  const cargo = { package: ['bat'], locked: 'yes', toolchain: 'rust:' };
  expect(resolved({ base: 'debian:trixie-slim', cargo } as unknown as ImageDefinition)).toMatchObject([
    { code: 'wrong-type', origin: { path: ['cargo', 'locked'] }, message: 'cargo.locked must be true or false, not a string' },
    {
      code: 'bad-image-reference',
      origin: { path: ['cargo', 'toolchain'] },
      message: '"rust:" has a tag that no image can have',
      hint: 'write letters, digits, "_", "." and "-" after the colon',
    },
    { code: 'unknown-field', origin: { path: ['cargo', 'package'] }, message: 'unknown field "package"', hint: 'did you mean "packages"?' },
  ]);
});
