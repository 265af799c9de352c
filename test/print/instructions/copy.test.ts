import { describe, expect, it } from 'vitest';
import type { Copy } from '../../../src/ir/instruction.js';
import { printCopy } from '../../../src/print/instructions/copy.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['copy'] }];

function print(copy: Partial<Copy>) {
  return printOne((context) => printCopy({ kind: 'copy', origins, sources: ['src'], to: '/app/', exclude: [], ...copy }, context), ['build']);
}

const textOf = (copy: Partial<Copy>) => {
  const { text, faults } = print(copy);
  expect(faults).toEqual([]);
  return text;
};

describe('COPY', () => {
  it('is a list of words where that reads the same', () => {
    expect(textOf({ sources: ['Snakefile', 'texts/*.txt'], to: './' })).toBe('COPY Snakefile texts/*.txt ./');
  });

  it('has its flags', () => {
    expect(
      textOf({ from: { stage: 'build' }, chown: 'app:app', chmod: '0755', link: true, parents: true, exclude: ['*.log', 'two words'], to: '/app' }),
    ).toBe('COPY --from=build --chown=app:app --chmod=0755 --link --parents --exclude=*.log --exclude="two words" src /app');
    expect(textOf({ from: { image: 'debian:bookworm-slim' } })).toBe('COPY --from=debian:bookworm-slim src /app/');
  });

  it('leaves variables of flags to the builder', () => {
    expect(textOf({ chown: [{ variable: 'NAME' }, ':staff'], chmod: ['0', { variable: 'MODE' }], to: '/app' })).toBe(
      'COPY --chown=${NAME}:staff --chmod=0${MODE} src /app',
    );
    expect(textOf({ chown: [{ variable: 'NAME', operator: ':?', word: 'say who' }], to: '/app' })).toBe('COPY --chown="\\${NAME:?say who}" src /app');
    expect(print({ chown: [{ variable: 'NAME' }, ' x'], chmod: ['9', { variable: 'MODE' }] }).faults).toEqual([
      '" x" cannot be an owner',
      '"9" cannot be a mode',
    ]);
  });

  it('is JSON where a path needs it, each path lexed', () => {
    expect(textOf({ sources: ['two words.txt'] })).toBe('COPY ["two words.txt", "/app/"]');
    expect(textOf({ to: `/a$B"c'd\\e/` })).toBe(`COPY ["src", "/a\\\\$B\\\\\\"c\\\\'d\\\\\\\\e/"]`);
    expect(textOf({ sources: ['[a-z].txt'] })).toBe('COPY ["[a-z].txt", "/app/"]');
  });

  it.each(['--from=x', 'https://example.org/x', 'git@example.org', '<<EOF', '1<<EOF'])('takes a path for a path: %s', (source) => {
    expect(textOf({ sources: [source] })).toMatch(/^COPY (\[")?\.\//);
  });

  it.each([
    ['a\\b', '"a\\\\b" cannot be copied from the build context by its name'],
    [' a', '" a" cannot be copied from the build context by its name'],
    ['a ', '"a " cannot be copied from the build context by its name'],
    ['!a', '"!a" cannot be copied from the build context by its name'],
    ['', '"" cannot be copied from the build context by its name'],
    ['a\nb', '"a\\nb" has a newline, which COPY cannot carry'],
    ['[id].tsx[', '"[id].tsx[" is no pattern that Docker can read'],
  ])('refuses what the context cannot give by its name: %j', (source, message) => {
    expect(print({ sources: [source] }).faults).toEqual([message]);
  });

  it('takes such names from a stage', () => {
    expect(textOf({ sources: [' a ', '!b'], from: { stage: 'build' } })).toBe('COPY --from=build [" a ", "!b", "/app/"]');
  });

  it('refuses stages that are not there, images that are stages, and what is no owner or mode', () => {
    expect(print({ from: { stage: 'tests' } }).faults).toEqual(['no stage before this one is named "tests"']);
    expect(print({ from: { image: 'build' } }).faults).toEqual(['"build" is an image, but also a stage, which COPY would take']);
    expect(print({ from: { image: '0' } }).faults).toEqual(['"0" cannot be an image reference']);
    expect(print({ chown: 'a b', chmod: '9' }).faults).toEqual(['"a b" cannot be an owner', '"9" cannot be a mode']);
    expect(print({ to: '' }).faults).toEqual(['"" cannot be the target of COPY']);
    expect(print({ exclude: ['é'] }).faults).toEqual(['"é" has a character that is not printable ASCII, which --exclude of COPY cannot carry']);
  });
});
