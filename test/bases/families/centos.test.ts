import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['quay.io/centos/centos:stream9', 'centos 9: dnf, python3, /bin/sh'],
  ['quay.io/centos/centos:stream10-minimal', 'centos 10: microdnf, python3, /bin/sh'],
  ['quay.io/centos/centos:latest', 'unknown'],
  ['centos:7', 'unknown'],
  ['centos:8', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
