import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['golang:1.22', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['golang:1.22-bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['golang:1.22-alpine3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh'],
  ['golang:alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh'],
  ['golang:1.22-nanoserver-1809', 'unknown'],
  ['golang:1.22-windowsservercore', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
