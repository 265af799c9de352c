import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['fedora:41', 'fedora 41: dnf, python3, /bin/sh'],
  ['fedora', 'fedora ?: dnf, python3, PEP 668, /bin/sh'],
  ['fedora:rawhide', 'fedora ?: dnf, python3, PEP 668, /bin/sh'],
  ['registry.fedoraproject.org/fedora:40', 'fedora 40: dnf, python3, /bin/sh'],
  ['quay.io/fedora/fedora:42', 'fedora 42: dnf, python3, /bin/sh'],
  ['registry.fedoraproject.org/fedora-minimal:41', 'fedora 41: microdnf, python3, /bin/sh'],
  ['quay.io/fedora/fedora-minimal', 'fedora ?: microdnf, python3, PEP 668, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
