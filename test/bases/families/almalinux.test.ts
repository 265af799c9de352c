import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['almalinux:9', 'almalinux 9: dnf, python3, /bin/sh'],
  ['almalinux:9-minimal', 'almalinux 9: microdnf, python3, /bin/sh'],
  ['almalinux:8.10', 'almalinux 8.10: dnf, python3.11, /bin/sh'],
  ['almalinux:latest', 'almalinux ?: dnf, python3, PEP 668, /bin/sh'],
  ['almalinux/9-base:9.4', 'almalinux 9.4: dnf, python3, /bin/sh'],
  ['almalinux/9-minimal', 'almalinux 9: microdnf, python3, /bin/sh'],
  ['almalinux/10-base', 'almalinux 10: dnf, python3, /bin/sh'],
  ['quay.io/almalinuxorg/almalinux:9', 'almalinux 9: dnf, python3, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
