import { expect, it } from 'vitest';
import { baseWithoutDefault } from '../../../src/rules/lint/base-without-default.js';
import { expand } from '../../../src/spec/values.js';
import { findings } from '../../support/lint.js';

const base = (text: string) => ({ image: expand(text), distro: 'debian' });
const args = { RELEASE: { scope: 'global' as const } };

it('reports a base that is no image without its arguments', () => {
  expect(findings(baseWithoutDefault, { base: base('debian:${RELEASE}'), args })).toEqual([
    'base.image: without a value for "RELEASE" the base is "debian:", which is no image',
  ]);
});

it('accepts defaults, of the argument or in the base, and what is an image without', () => {
  expect(findings(baseWithoutDefault, { base: base('debian:${RELEASE}'), args: { RELEASE: { default: 'bookworm', scope: 'global' } } })).toEqual([]);
  expect(findings(baseWithoutDefault, { base: base('debian:${RELEASE:-bookworm}'), args })).toEqual([]);
  expect(findings(baseWithoutDefault, { base: base('debian:bookworm${RELEASE}'), args })).toEqual([]);
  expect(findings(baseWithoutDefault, { base: base('debian:bookworm-$TARGETARCH') })).toEqual([]);
});
