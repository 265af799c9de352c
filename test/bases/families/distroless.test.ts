import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['gcr.io/distroless/static-debian12', 'debian bookworm: no manager, none python, no shell, nonroot 65532'],
  ['gcr.io/distroless/python3-debian12:nonroot', 'debian bookworm: no manager, none python, no shell, nonroot 65532, runs as nonroot'],
  ['gcr.io/distroless/cc-debian13:debug', 'debian trixie: no manager, none python, /busybox/sh, nonroot 65532'],
  ['gcr.io/distroless/base:debug-nonroot', 'debian ?: no manager, none python, /busybox/sh, nonroot 65532, runs as nonroot'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
