import { expect, it } from 'vitest';
import { unpinnedPackage } from '../../../src/rules/lint/unpinned-package.js';
import { findings } from '../../support/lint.js';

it('reports packages of requests and of scripts', () => {
  expect(
    findings(unpinnedPackage, {
      apt: ['git', 'curl=8.*'],
      pip: ['numpy==2.0.0', 'snakemake>=8'],
      run: ['apt-get update && apt-get install -y jq gcc=4:12 $MORE'],
    }),
  ).toEqual(['apt[0]: "git" has no version', 'pip[1]: "snakemake>=8" has no version', 'run[0]: "jq" has no version']);
});

it('accepts files, and what the compiler itself asks for', () => {
  expect(
    findings(unpinnedPackage, { pip: { requirements: 'requirements.txt' }, run: ['pip install --no-cache-dir -r requirements.txt ./tides'] }),
  ).toEqual([]);
});
