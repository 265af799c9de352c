import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['rockylinux:9', 'rockylinux 9: dnf, python3, /bin/sh'],
  ['rockylinux:8.9', 'rockylinux 8.9: dnf, python3.11, /bin/sh'],
  ['rockylinux:9-minimal', 'rockylinux 9: microdnf, python3, /bin/sh'],
  ['rockylinux:9.3.20231119', 'rockylinux 9.3: dnf, python3, /bin/sh'],
  ['rockylinux/rockylinux:9.4', 'rockylinux 9.4: dnf, python3, /bin/sh'],
  ['quay.io/rockylinux/rockylinux:10', 'rockylinux 10: dnf, python3, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
