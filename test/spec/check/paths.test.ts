import { describe, expect, test } from 'vitest';
import {
  absolutePathFault,
  certificateFault,
  contextPathFault,
  copySourceFault,
  filePathFault,
  linkFault,
  literalPathFault,
  mountedPathFault,
} from '../../../src/spec/check/paths.js';

const outside = 'name a file or folder below the folder of image.ts; move or link it there first';

describe('paths that leave the build context', () => {
  test.each([
    ['/etc/passwd', '"/etc/passwd" is absolute; sources are paths below the build context'],
    ['//server/share', '"//server/share" is absolute; sources are paths below the build context'],
    ['C:\\data', '"C:\\\\data" is absolute; sources are paths below the build context'],
    ['C:/data', '"C:/data" is absolute; sources are paths below the build context'],
    ['..', '".." leaves the build context'],
    ['../other', '"../other" leaves the build context'],
    ['./../other', '"./../other" leaves the build context'],
    ['a/../../other', '"a/../../other" leaves the build context'],
    ['a/b/../../../c', '"a/b/../../../c" leaves the build context'],
    ['..\\other', '"..\\\\other" leaves the build context'],
    ['a/../..', '"a/../.." leaves the build context'],
    ['../same/a', '"../same/a" leaves the build context'],
    ['https://example.org/a.tar', '"https://example.org/a.tar" is a URL, not a path of the build context'],
    ['file:///etc/passwd', '"file:///etc/passwd" is a URL, not a path of the build context'],
  ])('%s', (path, message) => {
    expect(contextPathFault(path)).toEqual({ code: 'outside-context', message, hint: outside });
    expect(copySourceFault(path)).toEqual({ code: 'outside-context', message, hint: outside });
  });

  test.each([
    '.',
    './',
    'a',
    './a/b',
    'a/../b',
    'a/..',
    '...',
    '..a',
    'a/..b',
    '*.py',
    'data/?.txt',
    '-a',
    '#a',
    '$a',
    '"a"',
    "it's",
    'ä/ü',
    '[a]',
    'a b',
    '<<EOF',
  ])('%s stays below it', (path) => {
    expect(copySourceFault(path)).toBeUndefined();
  });

  test('an empty path is none', () => {
    expect(contextPathFault('')).toEqual({ code: 'empty-path', message: 'the path is empty', hint: "write '.' for the whole context" });
  });
});

test.each([
  ['a\\b', '"a\\\\b" has a backslash, which the builder cannot copy by name'],
  ['a ', '"a " has a name that ends with a blank, which the builder cannot copy by name'],
  ['a /b', '"a /b" has a name that ends with a blank, which the builder cannot copy by name'],
  [' a', '" a" begins with a blank, which the builder cannot copy by name'],
  ['./ a', '"./ a" begins with a blank, which the builder cannot copy by name'],
  ['!a', '"!a" begins with "!", which the builder cannot copy by name'],
])('the builder cannot copy %j', (path, message) => {
  expect(copySourceFault(path)).toEqual({ code: 'uncopyable-source', message, hint: 'copy the folder that it is in, or rename it' });
});

test('below the root, blanks and "!" at the beginning of a name can be copied', () => {
  expect([copySourceFault('a/ b'), copySourceFault('a/!b')]).toEqual([undefined, undefined]);
});

test.each([
  ['opt/app', '"opt/app" is not absolute', 'begin at the root: "/opt/app"'],
  ['./app', '"./app" is not absolute', 'begin at the root: "/app"'],
  ['', '"" is not absolute', 'begin at the root: "/"'],
  ['~/app', '"~/app" is not absolute', 'begin at the root: "/~/app"'],
])('%j is a relative path', (path, message, hint) => {
  expect(absolutePathFault(path)).toEqual({ code: 'relative-path', message, hint });
});

test('a file is no folder', () => {
  expect(filePathFault('/etc/motd')).toBeUndefined();
  expect(filePathFault('/etc/')).toEqual({
    code: 'not-a-file',
    message: '"/etc/" is a folder, not a file',
    hint: 'end it with the name of the file',
  });
});

describe('patterns where a file is mounted', () => {
  const fault = (message: string) => ({ code: 'pattern', message, hint: 'name each file, or the folder that they are in' });

  test.each([
    ['*.c', '"*.c" is a pattern, and what is mounted has to be named'],
    ['src/?.c', '"src/?.c" is a pattern, and what is mounted has to be named'],
    ['[ab].c', '"[ab].c" is a pattern, and what is mounted has to be named'],
    ['a\\*', '"a\\\\*" is a pattern, and what is mounted has to be named'],
  ])('%s', (path, message) => {
    expect([literalPathFault, mountedPathFault, linkFault].map((check) => check(path))).toEqual([fault(message), fault(message), fault(message)]);
  });

  test('are no part of a name, nor of a URL', () => {
    expect(mountedPathFault('src/a-b_c.+x (1).c')).toBeUndefined();
    expect(linkFault('https://packages.example.org/?page=[1]*')).toBeUndefined();
  });
});

describe('certificates', () => {
  test.each(['corp-ca.crt', './certs/corp-ca.pem', '.crt'])('%s may be one', (path) => {
    expect(certificateFault(path)).toBeUndefined();
  });

  test.each([
    ['certs/', 'not-a-file', '"certs/" is a folder, not a file'],
    ['.', 'not-a-file', '"." is a folder, not a file'],
    ['certs/..', 'not-a-file', '"certs/.." is a folder, not a file'],
    ['*.crt', 'pattern', '"*.crt" is a pattern, and what is mounted has to be named'],
    ['/etc/corp-ca.crt', 'outside-context', '"/etc/corp-ca.crt" is absolute; sources are paths below the build context'],
    ['../corp-ca.crt', 'outside-context', '"../corp-ca.crt" leaves the build context'],
    ['!corp-ca.crt', 'uncopyable-source', '"!corp-ca.crt" begins with "!", which the builder cannot copy by name'],
  ])('%s may not', (path, code, message) => {
    expect(certificateFault(path)).toMatchObject({ code, message });
  });
});
