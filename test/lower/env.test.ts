import { expect, it } from 'vitest';
import { lowerEnv } from '../../src/lower/env.js';
import type { EnvSpec } from '../../src/spec/spec.js';
import { at } from './specs.js';

const entry = (name: string, ...value: EnvSpec['value']): EnvSpec => ({ name, value, origin: at('env', name) });

it('begins a new ENV for a value that names another of the same', () => {
  const entries = [
    entry('DATA', '/data'),
    entry('LANG', 'C'),
    entry('INPUT', { variable: 'DATA' }, '/in'),
    entry('PATH', '/x:', { variable: 'PATH' }),
  ];
  expect(lowerEnv(entries).map((env) => [env.origins.length, ...env.entries.map(({ name }) => name)])).toEqual([
    [2, 'DATA', 'LANG'],
    [2, 'INPUT', 'PATH'],
  ]);
});

it('makes none of nothing', () => {
  expect(lowerEnv([])).toEqual([]);
});
