import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['registry.access.redhat.com/ubi9', 'rhel 9: dnf, python3, /bin/sh'],
  ['registry.access.redhat.com/ubi9:9.4', 'rhel 9.4: dnf, python3, /bin/sh'],
  ['registry.access.redhat.com/ubi9/ubi:9.4-1123', 'rhel 9.4: dnf, python3, /bin/sh'],
  ['registry.access.redhat.com/ubi9/ubi-minimal', 'rhel 9: microdnf, python3, /bin/sh'],
  ['registry.access.redhat.com/ubi8-minimal:8.10', 'rhel 8.10: microdnf, python3.11, /bin/sh'],
  ['registry.access.redhat.com/ubi9-micro', 'rhel 9: no manager, none python, /bin/sh'],
  ['registry.redhat.io/ubi10/ubi', 'rhel 10: dnf, python3, /bin/sh'],
  ['redhat/ubi9-minimal', 'rhel 9: microdnf, python3, /bin/sh'],
  ['redhat/ubi8', 'rhel 8: dnf, python3.11, /bin/sh'],
  ['registry.access.redhat.com/ubi9/python-312', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
