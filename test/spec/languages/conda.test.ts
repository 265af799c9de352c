import { expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics.js';
import { resolve } from '../../../src/spec/resolve.js';
import type { ImageDefinition } from '../../../src/spec/types.js';

function resolved(definition: ImageDefinition) {
  const report = createReport();
  const spec = resolve(definition, {}, report);
  return report.diagnostics.length > 0 ? report.diagnostics : spec?.stages[0]?.languages.conda;
}

it('takes the name of a file, an object, or a list of these', () => {
  expect(resolved({ base: 'debian:12', conda: 'environment.yml' })).toEqual({
    environments: [{ file: { value: 'environment.yml', origin: { path: ['conda'] } }, packages: [], channels: [], origin: { path: ['conda'] } }],
    origin: { path: ['conda'] },
  });
  expect(resolved({ base: 'debian:12', conda: { packages: ['samtools'], channels: ['bioconda'], tool: 'mamba', prefix: '/opt/bio' } })).toMatchObject(
    {
      environments: [
        { packages: [{ value: 'samtools' }], channels: [{ value: 'bioconda' }], tool: { value: 'mamba' }, prefix: { value: '/opt/bio' } },
      ],
    },
  );
  expect(resolved({ base: 'debian:12', conda: [{ file: 'a.yml' }, { lock: 'b.lock', prefix: '/opt/b' }] })).toMatchObject({
    environments: [{ file: { value: 'a.yml' } }, { lock: { value: 'b.lock', origin: { path: ['conda', 1, 'lock'] } } }],
  });
});

it('merges what is said of the same environment', () => {
  const preset = { conda: [{ packages: ['python=3.12'] }, { file: 'plot.yml', prefix: '/opt/plot' }] } as const;
  expect(resolved({ base: 'debian:12', presets: [preset], conda: { packages: ['samtools'], tool: 'mamba' } })).toMatchObject({
    environments: [
      { packages: [{ value: 'python=3.12' }, { value: 'samtools' }], tool: { value: 'mamba' } },
      { file: { value: 'plot.yml' }, prefix: { value: '/opt/plot' } },
    ],
  });
  expect(resolved({ base: 'debian:12', conda: { tool: 'mamba' } })).toBe(undefined);
});

it('tells what it does not take', () => {
  const conda = { files: 'a.yml', prefix: 'env', tool: 'anaconda', channels: [''] };
  expect(resolved({ base: 'debian:12', conda } as unknown as ImageDefinition)).toMatchObject([
    { code: 'empty-text', origin: { path: ['conda', 'channels', 0] } },
    {
      code: 'unknown-value',
      origin: { path: ['conda', 'tool'] },
      message: 'conda.tool must be "micromamba", "mamba", "conda" or "pixi", not "anaconda"',
    },
    { code: 'relative-path', origin: { path: ['conda', 'prefix'] }, message: '"env" is not absolute' },
    { code: 'unknown-field', origin: { path: ['conda', 'files'] }, message: 'unknown field "files"', hint: 'did you mean "file"?' },
  ]);
  expect(resolved({ base: 'debian:12', conda: { tool: 'pixi', file: 'pixi.toml', prefix: '/opt/env' } })).toMatchObject([
    { code: 'pixi-prefix', origin: { path: ['conda'] }, message: 'pixi chooses the folder of its environment itself', hint: 'leave prefix out' },
  ]);
  const prefixes = ['/', '/opt/my:env'].map((prefix) => resolved({ base: 'debian:12', conda: { file: 'a.yml', prefix: prefix as '/' } }));
  expect(prefixes).toMatchObject([
    [
      {
        code: 'bad-prefix',
        origin: { path: ['conda', 'prefix'] },
        message: '"/" is all of the image',
        hint: "name a folder of its own: '/opt/conda'",
      },
    ],
    [{ code: 'bad-prefix', message: '"/opt/my:env" has a ":", which parts the folders of PATH' }],
  ]);
});

it.each(['-x', '--file=/etc/passwd', 'conda forge'])('does not take %j for a channel', (channel) => {
  expect(resolved({ base: 'debian:12', conda: { packages: ['samtools'], channels: [channel] } })).toMatchObject([
    {
      code: 'bad-channel',
      origin: { path: ['conda', 'channels', 0] },
      message: `"${channel}" is no channel`,
      hint: "write a name or a URL: 'conda-forge'",
    },
  ]);
});
