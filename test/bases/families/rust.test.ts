import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['rust:1.79', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['rust:1.79-slim-bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['rust:slim', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['rust:bullseye', 'debian bullseye: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['rust:alpine3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh'],
  ['rust:1-alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
