import { describe, expect, test } from 'vitest';
import type { LayerPolicy } from '../src/layer-policy.js';
import { compile } from '../src/pipeline.js';
import { copy, run } from '../src/spec/steps.js';
import type { ImageDefinition } from '../src/spec/types.js';

/** The lines behind FROM. */
function instructionsOf(definition: ImageDefinition, layers: LayerPolicy): readonly string[] {
  const compiled = compile(definition, { layers, comments: false });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.dockerfile.split('\n').filter((line) => /^(?!#|FROM)./.test(line));
}

describe('compile', () => {
  test('gives the Dockerfile, its ignore file, and the origins of every line', () => {
    const compiled = compile({ name: 'tides', base: 'debian:bookworm-slim', copy: { 'tides.json': '/srv/' }, cmd: ['cat', '/srv/tides.json'] });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
    const lines = compiled.dockerfile.trimEnd().split('\n');
    expect(lines.map((line, index) => [line, (compiled.origins[index] ?? []).map(({ path }) => path.join('.'))]).slice(2)).toEqual([
      ['', []],
      ['FROM debian:bookworm-slim', ['base']],
      ['', []],
      ['COPY tides.json /srv/', ['copy.tides.json']],
      ['', []],
      ['CMD ["cat", "/srv/tides.json"]', ['cmd']],
    ]);
    expect(
      compiled.dockerignore
        .split('\n')
        .slice(2)
        .filter((line) => !line.startsWith('#') && line !== ''),
    ).toEqual(['*', '!tides.json', '**/.git', '**/.env', '**/.env.*', '**/.venv', '**/__pycache__']);
    expect(compiled.diagnostics).toEqual([]);
  });

  test('makes of layers what the author says of a step, under each policy', () => {
    const definition: ImageDefinition = {
      base: 'debian:bookworm-slim',
      steps: [
        run('make', { layer: 'shared' }),
        run('make install', { layer: 'shared' }),
        run('ldconfig', { layer: 'own' }),
        copy('model.bin', '/opt/tides/', { changes: 'rarely' }),
        copy('count.py', '/opt/tides/', { layer: 'own' }),
        copy('plot.py', '/opt/tides/'),
      ],
    };
    expect(instructionsOf(definition, 'as-written')).toEqual([
      'RUN make',
      'RUN make install',
      'RUN ldconfig',
      'COPY model.bin /opt/tides/',
      'COPY count.py /opt/tides/',
      'COPY plot.py /opt/tides/',
    ]);
    const made = [
      'RUN make && \\',
      '    make install',
      'RUN ldconfig',
      'COPY model.bin /opt/tides/',
      'COPY count.py /opt/tides/',
      'COPY plot.py /opt/tides/',
    ];
    for (const policy of ['cache', 'fewest'] as const) expect(instructionsOf(definition, policy)).toEqual(made);
  });

  test('tells at once what is wrong with a value, with a base and with a package', () => {
    const compiled = compile({ base: 'alpine:3.20', apt: ['git'], apk: ['curl='], nmae: 'tides', workdir: 'app' } as unknown as ImageDefinition);
    expect(compiled.ok).toBe(false);
    expect(compiled.diagnostics.map(({ code }) => code).sort()).toEqual(['empty-version', 'relative-path', 'unknown-field', 'wrong-manager']);
  });

  test('gives the same bytes for the same definition, frozen or not', () => {
    const definition = { base: 'debian:bookworm-slim', apt: ['git', 'curl'], run: ['make'] } as const;
    expect(compile(Object.freeze(structuredClone(definition)) as ImageDefinition)).toEqual(compile(definition));
  });
});
