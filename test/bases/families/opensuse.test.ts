import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['opensuse/leap:15.6', 'leap 15.6: zypper, python311, PEP 668, /bin/sh'],
  ['opensuse/leap:15', 'leap 15: zypper, python311, PEP 668, /bin/sh'],
  ['opensuse/leap:16.0', 'leap 16.0: zypper, python3, PEP 668, /bin/sh'],
  ['opensuse/leap', 'leap ?: zypper, python3, PEP 668, /bin/sh'],
  ['opensuse/tumbleweed', 'tumbleweed ?: zypper, python3, PEP 668, /bin/sh'],
  ['registry.opensuse.org/opensuse/leap:15.6', 'leap 15.6: zypper, python311, PEP 668, /bin/sh'],
  ['registry.opensuse.org/opensuse/tumbleweed:latest', 'tumbleweed ?: zypper, python3, PEP 668, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
