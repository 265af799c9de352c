import { expect, it } from 'vitest';
import { upgrade } from '../../../src/rules/lint/upgrade.js';
import { findings } from '../../support/lint.js';

it('reports upgrades of all packages', () => {
  expect(
    findings(upgrade, {
      run: ['apt-get update && apt-get -y dist-upgrade', 'apk upgrade --no-cache', 'dnf update -y', 'zypper -n dup', 'pacman -Syu --noconfirm'],
    }),
  ).toEqual([
    'run[0]: "apt-get -y dist-upgrade" makes the image depend on the day it is built',
    'run[1]: "apk upgrade --no-cache" makes the image depend on the day it is built',
    'run[2]: "dnf update -y" makes the image depend on the day it is built',
    'run[3]: "zypper -n dup" makes the image depend on the day it is built',
    'run[4]: "pacman -Syu --noconfirm" makes the image depend on the day it is built',
  ]);
});

it('accepts the upgrade of one, and of package lists', () => {
  expect(findings(upgrade, { run: ['dnf update -y openssl', 'apt-get update', 'pip install --upgrade pip --no-cache-dir', 'apk update'] })).toEqual(
    [],
  );
});
