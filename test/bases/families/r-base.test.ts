import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['r-base:4.4.1', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, docker 1000'],
  ['r-base', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, docker 1000'],
  ['rocker/r-base:4.4.1', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, docker 1000'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
