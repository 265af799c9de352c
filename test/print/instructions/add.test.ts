import { describe, expect, it } from 'vitest';
import type { Add, AddSource } from '../../../src/ir/instruction.js';
import { printAdd } from '../../../src/print/instructions/add.js';
import { printOne } from '../../support/print-one.js';

const origins = [{ path: ['add', 0] }];
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const COMMIT = '0123456789'.repeat(4);

const url = (...text: (string | { variable: string })[]): AddSource => ({ type: 'url', url: text });
const git = (repository: string, more: Partial<Extract<AddSource, { type: 'git' }>> = {}): AddSource => ({
  type: 'git',
  repository: [repository],
  ...more,
});
const archive = (path: string): AddSource => ({ type: 'archive', path });

function print(add: Partial<Add>) {
  return printOne((context) =>
    printAdd({ kind: 'add', origins, sources: [url('https://example.org/tool')], to: '/opt/', exclude: [], ...add }, context),
  );
}

const textOf = (add: Partial<Add>) => {
  const { text, faults } = print(add);
  expect(faults).toEqual([]);
  return text;
};

describe('ADD', () => {
  it('downloads, with all flags', () => {
    expect(textOf({ checksum: [DIGEST], unpack: true, chown: 'app', chmod: '755', link: true })).toBe(
      `ADD --checksum=${DIGEST} --unpack --chown=app --chmod=755 --link https://example.org/tool /opt/`,
    );
    expect(textOf({ sources: [url('https://example.org/a?b=c&d=1#x'), url('http://example.org/~b/', { variable: 'V' }, '.gz')] })).toBe(
      'ADD https://example.org/a?b=c&d=1#x http://example.org/~b/${V}.gz /opt/',
    );
    expect(textOf({ checksum: ['sha256:', { variable: 'SUM' }] })).toBe('ADD --checksum=sha256:${SUM} https://example.org/tool /opt/');
    expect(textOf({ sources: [url("https://example.org/(x)'")], to: '/a b' })).toBe(`ADD ["https://example.org/(x)\\\\'", "/a b"]`);
  });

  it('takes repositories: a branch, a tag, a commit, a folder, a history', () => {
    expect(textOf({ sources: [git('https://git.example.org/team/tool.git')] })).toBe('ADD https://git.example.org/team/tool.git /opt/');
    expect(
      textOf({ sources: [git('https://git.example.org/tool.git', { ref: ['v1.2'], folder: 'docs' })], keepGitDir: true, checksum: [COMMIT] }),
    ).toBe(`ADD --checksum=${COMMIT} --keep-git-dir https://git.example.org/tool.git#v1.2:docs /opt/`);
    expect(textOf({ sources: [git('git@git.example.org:tool.git', { folder: 'docs' })], exclude: ['*.md'] })).toBe(
      'ADD --exclude=*.md git@git.example.org:tool.git#:docs /opt/',
    );
  });

  it('takes archives of the context, unpacked or not', () => {
    expect(textOf({ sources: [archive('rootfs.tar.gz')], to: '/' })).toBe('ADD rootfs.tar.gz /');
    expect(textOf({ sources: [archive('a.tar'), archive('https://b.tar')], unpack: false })).toBe('ADD --unpack=false a.tar ./https://b.tar /opt/');
  });

  it.each<[Partial<Add>, string]>([
    [{ sources: [url('ftp://example.org/a')] }, '"ftp://example.org/a" cannot be downloaded by ADD'],
    [{ sources: [url('https://example.org/a b')] }, '"https://example.org/a b" cannot be downloaded by ADD'],
    [{ sources: [url('https://example.org/a\nRUN x')] }, '"https://example.org/a\\nRUN x" has a newline, which ADD cannot carry'],
    [{ sources: [url('https://example.org/a.git')] }, '"https://example.org/a.git" would be taken for a git repository'],
    [{ sources: [git('https://example.org/a')] }, '"https://example.org/a" would not be taken for a git repository'],
    [{ sources: [git('https://example.org/a.git', { ref: ['a:b'] })] }, '"a:b" cannot be a branch, tag or commit'],
    [{ sources: [git('https://example.org/a.git', { folder: 'a b' })] }, '"a b" cannot be a folder of a repository'],
    [{ sources: [archive('a\\b')] }, '"a\\\\b" cannot be copied from the build context by its name'],
    [{ sources: [] }, 'ADD has no source'],
    [{ to: '' }, '"" cannot be the target of ADD'],
    [{ checksum: ['sha256:1'] }, '"sha256:1" cannot be a checksum'],
    [{ checksum: [DIGEST], sources: [archive('a'), archive('b')] }, 'a checksum is for one source, and ADD has several'],
    [{ checksum: [DIGEST], sources: [git('https://example.org/a.git')] }, `"${DIGEST.slice(0, 57)}…" cannot be a checksum`],
    [{ exclude: ['é'] }, '"é" has a character that is not printable ASCII, which --exclude of ADD cannot carry'],
  ])('refuses %j', (add, message) => {
    expect(print(add).faults).toEqual([message]);
  });
});
