import { describe, expect, test } from 'vitest';
import {
  argumentNameFault,
  environmentNameFault,
  imageNameFault,
  labelNameFault,
  registryFault,
  shellVariableFault,
  stageNameFault,
  tagFault,
} from '../../../src/spec/check/names.js';

describe('environment variables', () => {
  test.each(['PATH', '_x', 'a1', 'discovery.type', 'A-B'])('%s', (name) => {
    expect(environmentNameFault(name)).toBeUndefined();
  });

  const hint = 'write letters, digits and _, and no digit first';
  test.each(['1A', 'A=', 'A B', 'ä', '"A"', '$A', '-A'])('not %j', (name) => {
    expect(environmentNameFault(name)).toEqual({
      code: 'bad-name',
      message: `${JSON.stringify(name)} cannot be the name of an environment variable`,
      hint,
    });
  });

  test('not an empty one', () => {
    expect(environmentNameFault('')).toEqual({ code: 'bad-name', message: 'the name of an environment variable is empty', hint });
  });
});

test.each(['discovery.type', 'A-B', '1A', 'A=1'])('%j is no variable of a shell', (name) => {
  expect(shellVariableFault(name)).toEqual({
    code: 'bad-name',
    message: `"${name}" cannot be the name of a variable of a shell`,
    hint: 'write letters, digits and _, and no digit first',
  });
});

test.each(['A.B', 'A=1', '1', ''])('%j is no build argument', (name) => {
  expect(argumentNameFault(name)?.code).toBe('bad-name');
});

test.each(['maintainer', 'org.opencontainers.image.title', 'a/b_c-d', 'Version', '1'])('%s is a label', (name) => {
  expect(labelNameFault(name)).toBeUndefined();
});

test.each(['', 'a=b', 'a b', '.a', 'a.', 'ä', '"a"', '$a'])('%j is no label', (name) => {
  expect(labelNameFault(name)?.code).toBe('bad-name');
});

describe('stages', () => {
  test.each(['build', 'b', 'build-2.x_y'])('%s', (name) => {
    expect(stageNameFault(name)).toBeUndefined();
  });

  test.each(['Build', '2', '0build', 'a b', 'a/b', 'ä', '-a'])('not %j', (name) => {
    const hint = 'write lower-case letters, digits, "_", "." and "-", and a letter first';
    expect(stageNameFault(name)).toEqual({ code: 'bad-name', message: `${JSON.stringify(name)} cannot be the name of a stage`, hint });
  });

  test.each(['scratch', 'context'])('not %s, which the builder has', (name) => {
    const message = `"${name}" is a name of the builder's own and cannot be the name of a stage`;
    expect(stageNameFault(name)).toEqual({ code: 'reserved-name', message, hint: 'give the stage another name' });
  });
});

test.each(['word_count', 'a', 'team/tool', 'a.b-c__d'])('%s is the name of an image', (name) => {
  expect(imageNameFault(name)).toBeUndefined();
});

test.each([
  ['word_count:0.1', 'write what follows the colon under "version"'],
  ['Word_Count', 'write lower-case letters, digits, and single ".", "_" or "-" between them'],
  ['a..b', 'write lower-case letters, digits, and single ".", "_" or "-" between them'],
  ['-a', 'write lower-case letters, digits, and single ".", "_" or "-" between them'],
  ['a b', 'write lower-case letters, digits, and single ".", "_" or "-" between them'],
])('%j is none', (name, hint) => {
  expect(imageNameFault(name)).toEqual({ code: 'bad-name', message: `"${name}" cannot be the name of an image`, hint });
});

test('tags', () => {
  expect(['0.1', 'V1_2-x', 'a'.repeat(128)].map(tagFault)).toEqual([undefined, undefined, undefined]);
  expect(['', '.1', '-1', 'a b', 'a+b', 'a'.repeat(129)].map((tag) => tagFault(tag)?.code)).toEqual(Array.from({ length: 6 }, () => 'bad-tag'));
});

test('registries', () => {
  expect(['registry.example.org', 'localhost:5000', 'registry.example.org/team/', '[::1]:5000/a'].map(registryFault)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(registryFault('https://registry.example.org')).toEqual({
    code: 'bad-registry',
    message: '"https://registry.example.org" is a URL, not a registry',
    hint: 'leave out "https://"',
  });
  expect(registryFault('registry.example.org/Team')).toEqual({
    code: 'bad-registry',
    message: '"registry.example.org/Team" cannot be a registry',
    hint: "write host, port and path: 'registry.example.org:5000/team'",
  });
});
