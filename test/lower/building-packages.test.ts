import { describe, expect, it } from 'vitest';
import { mayBuildWith } from '../../src/lower/building-packages.js';
import { located, lowered, pip, stage, system } from './specs.js';

describe('mayBuildWith', () => {
  it.each([
    'python3',
    'python3.12-venv',
    'libpq5',
    'libpq-dev=15.*',
    'postgresql-libs',
    'git',
    'ca-certificates',
    'openssl-devel',
    'g++',
    'build-essential',
    'cmake',
  ])('takes %s along', (name) => {
    expect(mayBuildWith(name)).toBe(true);
  });

  it.each(['jq', 'nano', 'graphviz', 'nginx=1.22.*', 'gitk', 'texlive-base', 'developer-tools'])('leaves %s out', (name) => {
    expect(mayBuildWith(name)).toBe(false);
  });
});

it('a stage that builds has no package that only the image runs with', () => {
  const packages = system('apt', ['libpq5', 'jq'], { build: located(['gcc'], 'apt', 'build') });
  const program = String(lowered(stage('debian:bookworm', { system: [packages], pip: pip(['psycopg2']) })));
  expect([...program.matchAll(/\(packages (.*?)\)/g)].map(([, names]) => names)).toEqual([
    '"libpq5" "gcc" "python3" "python3-venv"',
    '"psycopg2"',
    '"libpq5" "jq" "python3"',
  ]);
});
