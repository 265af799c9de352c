import { describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { pythonSnakemake } from '../../src/presets/python-snakemake.js';

/** Without the brand. */
const fieldsOf = (preset: object): object => Object.fromEntries(Object.entries(preset));

describe('pythonSnakemake', () => {
  it('pins Python and Snakemake, copies the Snakefile, and mounts the results folder, when nothing is asked for', () => {
    expect(fieldsOf(pythonSnakemake())).toEqual({
      base: 'python:3.12-slim-bookworm',
      pip: { packages: ['snakemake==9.27.1'], requirements: [] },
      env: { USER: 'snakemake', XDG_CACHE_HOME: '/tmp/cache', MPLCONFIGDIR: '/tmp/cache/matplotlib' },
      workdir: '/workflow',
      copy: [{ from: 'Snakefile', to: 'Snakefile' }],
      run: [{ script: ['install', '-d', '-m', '1777', '.snakemake', 'results'] }],
      cmd: ['snakemake', '--cores', '1'],
      container: { mounts: [{ host: 'results', to: '/workflow/results' }], user: 'caller' },
    });
  });

  it('takes every option', () => {
    const preset = pythonSnakemake({
      python: '3.13.1',
      snakemake: '8.30.0',
      packages: ['numpy==2.4.6'],
      requirements: ['requirements.txt'],
      workflow: ['Snakefile', 'config/config.yaml', 'rules/*.smk', '*.py'],
      workdir: '/opt/tides',
      results: 'out/tables',
      cores: 'all',
    });
    expect(fieldsOf(preset)).toEqual({
      base: 'python:3.13.1-slim-bookworm',
      pip: { packages: ['numpy==2.4.6', 'snakemake==8.30.0'], requirements: ['requirements.txt'] },
      env: { USER: 'snakemake', XDG_CACHE_HOME: '/tmp/cache', MPLCONFIGDIR: '/tmp/cache/matplotlib' },
      workdir: '/opt/tides',
      copy: [
        { from: 'Snakefile', to: 'Snakefile' },
        { from: 'config/config.yaml', to: 'config/config.yaml' },
        { from: 'rules/*.smk', to: 'rules/' },
        { from: '*.py', to: './' },
      ],
      run: [{ script: ['install', '-d', '-m', '1777', '.snakemake', 'out/tables'] }],
      cmd: ['snakemake', '--cores', 'all'],
      container: { mounts: [{ host: 'out/tables', to: '/opt/tides/out/tables' }], user: 'caller' },
    });
  });

  it('gives an image that anybody can run', () => {
    const preset = pythonSnakemake({ packages: ['numpy==2.4.6'], workflow: ['Snakefile', 'scripts'] });
    const compiled = compile({ name: 'tides', base: 'python:3.12-slim-bookworm', presets: [preset] }, { comments: false });
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.ok && compiled.dockerfile.split('\n').slice(3).join('\n')).toBe(`\
FROM python:3.12-slim-bookworm

RUN --mount=type=cache,target=/root/.cache/pip \\
    SOURCE_DATE_EPOCH=315532800 pip install --cache-dir=/root/.cache/pip \\
        numpy==2.4.6 \\
        snakemake==9.27.1

ENV USER=snakemake \\
    XDG_CACHE_HOME=/tmp/cache \\
    MPLCONFIGDIR=/tmp/cache/matplotlib

WORKDIR /workflow
COPY Snakefile Snakefile
COPY scripts scripts

RUN ["install", "-d", "-m", "1777", ".snakemake", "results"]

CMD ["snakemake", "--cores", "1"]
`);
  });

  it.each([
    [{ python: '3' }, `pythonSnakemake: python: "3" is no version of Python 3; write '3.12' or '3.12.4'`],
    [{ python: '3.12 AS x' }, `pythonSnakemake: python: "3.12 AS x" is no version of Python 3; write '3.12' or '3.12.4'`],
    [{ snakemake: '>=8' }, `pythonSnakemake: snakemake: ">=8" is no exact version; write '9.27.1'`],
    [{ results: '../out' }, `pythonSnakemake: results: "../out" is no folder below the working directory; write 'results'`],
    [{ workflow: ['/etc'] }, `pythonSnakemake: workflow: "/etc" is no path below the context; write 'Snakefile'`],
    [{ cores: 0 }, `pythonSnakemake: cores: 0 is no count; write 1, 2, … or 'all'`],
  ])('refuses %o', (options, message) => {
    expect(() => pythonSnakemake(options)).toThrow(new Error(message));
  });

  it('refuses an option that it does not have, which plain JavaScript may mistype', () => {
    const mistyped = { pyton: '3.13' } as object;
    expect(() => pythonSnakemake(mistyped)).toThrow(new Error('preset "python-snakemake": unknown option "pyton"; did you mean "python"?'));
  });

  it('documents each option with its default', () => {
    const { options } = pythonSnakemake.preset;
    expect(Object.keys(options!)).toEqual(['python', 'snakemake', 'packages', 'requirements', 'workflow', 'workdir', 'results', 'cores']);
    for (const text of Object.values(options!)) expect(text).toMatch(/\. @default \S+$/);
  });
});
