import { expect, it } from 'vitest';
import { undeclaredBaseArgument } from '../../../src/rules/lint/undeclared-base-argument.js';
import { findings } from '../../support/lint.js';

it('reports variables of a base or its platform that are declared nowhere before it', () => {
  const args = { RELEASE: { default: 'bookworm', scope: 'global' as const }, HERE: '1' };
  const raw = ['FROM --platform=$PLACE debian:${RELEASE}${HERE}', 'FROM --platform=$BUILDPLATFORM debian:$RELEASE-$TARGETARCH'];
  expect(findings(undeclaredBaseArgument, { args, raw })).toEqual([
    'raw[0]: FROM reads "HERE", which is no build argument of scope "global"',
    'raw[0]: FROM reads "PLACE", which is no build argument of scope "global"',
  ]);
});
