import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['archlinux', 'archlinux ?: pacman, python, PEP 668, /bin/sh'],
  ['archlinux:base-devel', 'archlinux ?: pacman, python, PEP 668, /bin/sh'],
  ['archlinux/archlinux:base-20240101.0.204074', 'archlinux ?: pacman, python, PEP 668, /bin/sh'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
