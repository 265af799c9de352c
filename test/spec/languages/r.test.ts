import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function resolved(definition: ImageDefinition) {
  const report = createReport();
  const spec = resolve(definition, {}, report);
  return report.diagnostics.length > 0 ? report.diagnostics : spec?.stages[0]?.languages.r;
}

it('takes a list of packages, or says more', () => {
  expect(resolved({ base: 'debian:trixie-slim', r: ['dplyr'] })).toEqual({
    packages: [{ value: 'dplyr', origin: { path: ['r', 0] } }],
    origin: { path: ['r'] },
  });
  const long = { repository: '2025-06-01', renv: 'renv.lock', bioconductor: { version: '3.20', packages: ['limma'] } };
  expect(resolved({ base: 'debian:trixie-slim', r: long })).toEqual({
    packages: [],
    repository: { value: '2025-06-01', origin: { path: ['r', 'repository'] } },
    renv: { value: 'renv.lock', origin: { path: ['r', 'renv'] } },
    bioconductor: { version: '3.20', packages: [{ value: 'limma', origin: { path: ['r', 'bioconductor', 'packages', 0] } }] },
    origin: { path: ['r'] },
  });
});

it('merges what presets ask for, and asks for nothing when no package is named', () => {
  expect(
    resolved({ base: 'debian:trixie-slim', presets: [{ r: { packages: ['dplyr'], repository: '2024-01-01' } }], r: ['dplyr', 'readr'] }),
  ).toMatchObject({
    packages: [{ value: 'dplyr' }, { value: 'readr' }],
    repository: { value: '2024-01-01' },
  });
  expect(resolved({ base: 'debian:trixie-slim', r: { repository: '2024-01-01' } })).toBe(undefined);
});

it('tells what it does not take', () => {
  const r = { package: ['dplyr'], repository: 'yesterday', renv: '../renv.lock', bioconductor: { version: 'devel', packages: [] } };
  expect(resolved({ base: 'debian:trixie-slim', r } as unknown as ImageDefinition)).toMatchObject([
    {
      code: 'bad-repository',
      origin: { path: ['r', 'repository'] },
      message: '"yesterday" is neither a day nor the URL of a repository',
      hint: "write a day, whose packages are taken: '2025-06-01'",
    },
    { code: 'outside-context', origin: { path: ['r', 'renv'] }, message: '"../renv.lock" leaves the build context' },
    { code: 'bad-version', origin: { path: ['r', 'bioconductor', 'version'] }, message: '"devel" is not a release of Bioconductor' },
    { code: 'unknown-field', origin: { path: ['r', 'package'] }, message: 'unknown field "package"', hint: 'did you mean "packages"?' },
  ]);
});

it('takes days that there are, folders of the image, and addresses without a quote', () => {
  const repository = (text: string) => {
    const said = resolved({ base: 'debian:trixie-slim', r: { packages: ['dplyr'], repository: text } });
    return Array.isArray(said) ? said.map(({ code }) => code) : 'taken';
  };
  expect(['2024-02-29', 'file:///srv/cran', 'https://cran.example.org/2024'].map(repository)).toEqual(['taken', 'taken', 'taken']);
  expect(['2025-02-29', '2025-06-31', '2025-13-01'].map(repository)).toEqual([['bad-repository'], ['bad-repository'], ['bad-repository']]);
  expect(['https://example.org/"); system("id")', 'file://relative'].map(repository)).toEqual([['bad-uri'], ['bad-uri']]);
});
