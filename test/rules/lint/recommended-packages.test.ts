import { expect, it } from 'vitest';
import { recommendedPackages } from '../../../src/rules/lint/recommended-packages.js';
import { findings } from '../../support/lint.js';

it('reports apt without the option, and accepts a setting', () => {
  expect(
    findings(recommendedPackages, {
      run: [
        'apt-get update && apt-get install -y git',
        'apt-get update && apt-get install -y --no-install-recommends git',
        'apt-get -o APT::Install-Recommends=0 install -y git && apt-get update',
      ],
    }),
  ).toEqual(['run[0]: apt-get installs what the packages recommend as well']);
});
