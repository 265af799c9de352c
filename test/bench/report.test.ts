/** The tables of the benchmark, from given measurements. */

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/project.js';

type Measured = Readonly<Record<string, number | string | boolean>>;

interface Result {
  readonly name: string;
  readonly title: string;
  readonly compiles: boolean;
  readonly measured: Readonly<Record<string, Measured>>;
}

interface Report {
  readonly describeImages: (results: readonly Result[], run: { readonly base: string; readonly rounds: number }) => string;
}

const { describeImages }: Report = await import(join(repository, 'bench/report.mjs'));

const tides: Result = {
  name: 'tides',
  title: 'a table',
  compiles: true,
  measured: {
    naive: { bytes: 500e6, added: 400e6, layers: 8, cold: 50, source: 20, system: 10, processor: true },
    expert: { bytes: 200e6, added: 100e6, layers: 4, cold: 40, source: 5, system: 4, processor: true },
    ours: { bytes: 200e6, added: 100e6, layers: 4, cold: 45, source: 5, system: 3, processor: true },
    fly: { failure: 'ERROR: no such image' },
  },
};

const moon: Result = {
  name: 'moon',
  title: 'a picture',
  compiles: false,
  measured: {
    naive: { bytes: 100e6, added: 50e6, layers: 5, cold: 10, source: 4, language: 4, system: 4, processor: true },
    expert: { bytes: 50e6, added: 10e6, layers: 4, cold: 10, source: 1, language: 2, system: 2, processor: true },
    ours: { bytes: 51e6, added: 10e6, layers: 4, cold: 10, source: 0.3, language: 4, system: 2, processor: true },
  },
};

const sections = (results: readonly Result[]) => describeImages(results, { base: 'debian:12', rounds: 1 }).split('\n\n');

it('has a table for each case, with ratios to the naive form, and the reason where a form does not build', () => {
  expect(sections([tides]).slice(3, 6)).toEqual([
    '### tides: a table',
    [
      '|  | size, unpacked | of it above the base | layers | cold build | a source changed | a language package more | a system package more |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| naive | 500 MB | 400 MB | 8 | 50.0 s | 20.0 s | – | 10.0 s |',
      '| expert | 200 MB (0.40) | 100 MB (0.25) | 4 (0.50) | 40.0 s (0.80) | 5.0 s (0.25) | – | 4.0 s (0.40) |',
      '| ours | 200 MB (0.40) | 100 MB (0.25) | 4 (0.50) | 45.0 s (0.90) | 5.0 s (0.25) | – | 3.0 s (0.30) |',
    ].join('\n'),
    'fly: does not build here. `ERROR: no such image`',
  ]);
});

it('has the aims: of the naive form the median of the cases, of the expert’s the worst case', () => {
  expect(sections([tides, moon]).at(-1)).toBe(
    [
      '| ours | to | aim, at most | ratio |  | case by case |',
      '| --- | --- | --- | --- | --- | --- |',
      '| size, unpacked | naive | 0.42 | 0.46 (median) | not met | tides 0.40, moon 0.51 |',
      '| a source changed | naive | 0.33 | 0.16 (median) | met | moon 0.07, tides 0.25 |',
      '| a source changed, where nothing compiles | naive | 0.1 | 0.07 (median) | met | moon 0.07 |',
      '| a system package more | naive | 0.32 | 0.40 (median) | not met | tides 0.30, moon 0.50 |',
      '| cold build | naive | 0.8 | 0.95 (median) | not met | tides 0.90, moon 1.00 |',
      '| size, unpacked | expert | 1.02 | 1.02 (most) | met | tides 1.00, moon 1.02 |',
      '| a source changed | expert | 1.05 | 1.00 (most) | met | moon 0.30, tides 1.00 |',
      '| a language package more | expert | 1.05 | 2.00 (most) | not met | moon 2.00 |',
      '| a system package more | expert | 1.05 | 1.00 (most) | met | tides 0.75, moon 1.00 |',
    ].join('\n'),
  );
});

it('says so when the times are not processor time', () => {
  const wall = { ...moon, measured: { ...moon.measured, ours: { ...moon.measured['ours'], processor: false } } };
  expect(sections([moon])[1]).toContain('Times are processor seconds');
  expect(sections([wall])[1]).toContain('Times are wall seconds');
});
