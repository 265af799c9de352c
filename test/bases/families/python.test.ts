import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['python:3.12', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:latest', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12.4-slim', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12-slim-bookworm', 'debian bookworm: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12-bookworm', 'debian bookworm: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12.4-slim-bullseye', 'debian bullseye: apt, own python, docker-clean, /bin/sh'],
  ['python:slim', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12-alpine3.20', 'alpine 3.20: apk, own python, PEP 668, /bin/sh'],
  ['python:3.12-alpine', 'alpine ?: apk, own python, PEP 668, /bin/sh'],
  ['python:alpine', 'alpine ?: apk, own python, PEP 668, /bin/sh'],
  ['python:3.14-rc-slim-trixie', 'debian trixie: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['python:3.12-windowsservercore-ltsc2022', 'unknown'],
  ['python:3.12-nanoserver-1809', 'unknown'],
  [`python:3.12-slim-bookworm@${DIGEST}`, 'debian bookworm: apt, own python, PEP 668, docker-clean, /bin/sh'],
  [`python@${DIGEST}`, 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
