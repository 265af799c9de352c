import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['buildpack-deps:bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['buildpack-deps:bookworm-scm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['buildpack-deps:noble-curl', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['buildpack-deps:22.04', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['buildpack-deps:stable', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['buildpack-deps:scm', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['buildpack-deps', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  [`buildpack-deps@${DIGEST}`, 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
