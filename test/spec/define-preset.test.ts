import { expect, test } from 'vitest';
import { presetMark } from '../../src/spec/brand.js';
import { definePreset } from '../../src/spec/define-preset.js';

const tools = definePreset({
  name: 'tools',
  summary: 'Tools for everybody.',
  options: { editor: "The editor. @default 'nano'" },
  define: ({ editor = 'nano' }: { editor?: string }) => ({ apt: ['git', editor] }),
});

test('a preset is a function from options to part of a definition', () => {
  expect(tools()).toEqual({ apt: ['git', 'nano'] });
  expect(tools({ editor: 'vim' })).toEqual({ apt: ['git', 'vim'] });
});

test('what it returns bears its name and its options, out of the way of its fields', () => {
  expect(presetMark(tools({ editor: 'vim' }))).toEqual({ name: 'tools', options: { editor: 'vim' } });
  expect(presetMark({ ...tools() })).toBeUndefined();
  expect(JSON.stringify(tools())).toBe('{"apt":["git","nano"]}');
});

test('the mark is understood by another copy of the package', () => {
  const other = { [Symbol.for('imagewright.preset')]: { name: 'other', options: {} } };
  expect(presetMark(other)).toEqual({ name: 'other', options: {} });
  expect([presetMark({}), presetMark(null), presetMark('tools'), presetMark({ [Symbol.for('imagewright.preset')]: 1 })]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('its documentation can be read from the function', () => {
  expect({ name: tools.preset.name, summary: tools.preset.summary, options: tools.preset.options }).toEqual({
    name: 'tools',
    summary: 'Tools for everybody.',
    options: { editor: "The editor. @default 'nano'" },
  });
});

test.each([
  ['edtor', 'preset "tools": unknown option "edtor"; did you mean "editor"?'],
  ['colour', 'preset "tools": unknown option "colour"; the options are editor'],
])('plain JavaScript is told of the unknown option %s', (option, message) => {
  expect(() => tools({ [option]: 'vim' })).toThrow(new Error(message));
});

test('a preset whose documentation has no options takes none; one without documentation takes any', () => {
  const none = definePreset({ name: 'none', options: {}, define: () => ({ apt: ['git'] }) });
  const untold = definePreset({ name: 'untold', define: ({ editor = 'nano' }: { editor?: string }) => ({ apt: [editor] }) });
  expect(() => none({ editor: 'vim' } as object)).toThrow(new Error('preset "none": unknown option "editor"; it has none'));
  expect(untold({ editor: 'vim' })).toEqual({ apt: ['vim'] });
});
