import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['alpine:3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh'],
  ['alpine:3.20.1', 'alpine 3.20: apk, python3, PEP 668, /bin/sh'],
  ['alpine:3.18', 'alpine 3.18: apk, python3, /bin/sh'],
  ['alpine:3.19', 'alpine 3.19: apk, python3, PEP 668, /bin/sh'],
  ['alpine:3', 'alpine ?: apk, python3, PEP 668, /bin/sh'],
  ['alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh'],
  ['alpine:latest', 'alpine ?: apk, python3, PEP 668, /bin/sh'],
  ['alpine:edge', 'alpine edge: apk, python3, PEP 668, /bin/sh'],
  ['alpine:20240923', 'alpine edge: apk, python3, PEP 668, /bin/sh'],
  [`alpine@${DIGEST}`, 'alpine ?: apk, python3, PEP 668, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
