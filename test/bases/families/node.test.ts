import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['node:22', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
  ['node:lts', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
  ['node:22-bookworm-slim', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
  ['node:22.3.0-slim', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
  ['node:22-alpine3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh, node 1000'],
  ['node:lts-alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh, node 1000'],
  ['node:18-buster', 'debian buster: apt, python3 python3-venv, docker-clean, /bin/sh, node 1000'],
  ['node:current', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, node 1000'],
  [`node@${DIGEST}`, 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
