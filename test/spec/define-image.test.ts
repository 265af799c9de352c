import { expect, test } from 'vitest';
import { isDefined } from '../../src/spec/brand.js';
import { defineImage } from '../../src/spec/define-image.js';

test('a definition is copied, not changed, and recognised by another copy of the package', () => {
  const definition = Object.freeze({ base: 'debian:12', apt: Object.freeze(['git']) });
  const image = defineImage(definition);
  expect(image).not.toBe(definition);
  expect({ ...image }).toEqual({ ...definition, [Symbol.for('imagewright.definition')]: true });
  expect(JSON.stringify(image)).toBe(JSON.stringify(definition));
  expect([isDefined(image), isDefined(definition), isDefined({ [Symbol.for('imagewright.definition')]: true })]).toEqual([true, false, true]);
});

test('functions, lists and records of definitions come out as they went in', () => {
  const define = () => ({ base: 'debian:12' });
  const list = [{ base: 'debian:12' }];
  const record = { one: { base: 'debian:12' } };
  expect([defineImage(define) === define, defineImage(list) === list, defineImage(record) === record]).toEqual([true, true, true]);
});
