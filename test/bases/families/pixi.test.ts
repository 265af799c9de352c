import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['ghcr.io/prefix-dev/pixi:0.41.4', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['ghcr.io/prefix-dev/pixi:0.41.4-jammy', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, perhaps more accounts'],
  [
    'ghcr.io/prefix-dev/pixi:noble-cuda-12.6.3',
    'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000, perhaps more accounts',
  ],
  ['ghcr.io/prefix-dev/pixi:0.41.4-bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
