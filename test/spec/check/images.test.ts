import { describe, expect, test } from 'vitest';
import { digestFault, imageReferenceFault, platformFault, unpinnedFault } from '../../../src/spec/check/images.js';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('image references', () => {
  test.each([
    'scratch',
    'debian',
    'debian:bookworm-slim',
    'library/debian:12',
    'registry.example.org/team/tool:1.2',
    'localhost/tool:1',
    'localhost:5000/tool:1',
    'HOST.example.org/tool:1',
    '[::1]:5000/tool:1',
    'my_tool__x--y.z:V1',
    `debian@${digest}`,
    `debian:12@${digest}`,
  ])('%s can be read', (reference) => {
    expect(imageReferenceFault(reference)).toBeUndefined();
  });

  const shape = "write it as in 'debian:bookworm-slim' or 'registry.example.org/team/tool:1.2'";
  test.each([
    ['', 'the image reference is empty', "name an image: 'debian:bookworm-slim'"],
    ['debian :12', '"debian :12" has a blank in it', 'take it out'],
    [
      'debian:${VERSION}',
      '"debian:${VERSION}" has a variable in it',
      "write it in full; a base may be expand('debian:${RELEASE}'), with a global build argument",
    ],
    ['https://example.org/tool', '"https://example.org/tool" is a URL, not an image reference', 'leave out "https://"'],
    ['Debian:12', '"Debian:12" has capital letters in its repository', 'write it in lower case'],
    ['team/Tool', '"team/Tool" has capital letters in its repository', 'write it in lower case'],
    ['debian:', '"debian:" has a tag that no image can have', 'write letters, digits, "_", "." and "-" after the colon'],
    ['debian:-1', '"debian:-1" has a tag that no image can have', 'write letters, digits, "_", "." and "-" after the colon'],
    ['debian@sha256:12', '"debian@sha256:12" has a digest that no image can have', 'write "sha256:" and 64 hexadecimal digits after the "@"'],
    ['-debian', '"-debian" is no image reference', shape],
    ['--platform=x', '"--platform=x" is no image reference', shape],
    ['a//b', '"a//b" is no image reference', shape],
    ['a/', '"a/" is no image reference', shape],
    ['a..b', '"a..b" is no image reference', shape],
  ])('%j cannot', (reference, message, hint) => {
    expect(imageReferenceFault(reference)).toEqual({ code: 'bad-image-reference', message, hint });
  });
});

describe('references whose meaning changes', () => {
  test.each([
    ['debian', '"debian" has no tag: what it means changes from day to day', 'name a version: "debian:VERSION"'],
    [
      'localhost:5000/tool',
      '"localhost:5000/tool" has no tag: what it means changes from day to day',
      'name a version: "localhost:5000/tool:VERSION"',
    ],
    ['debian:latest', '"debian:latest" has the tag "latest": what it means changes from day to day', 'name a version: "debian:VERSION"'],
  ])('%s', (reference, message, hint) => {
    expect(unpinnedFault(reference)).toEqual({ code: 'unpinned-base', severity: 'warning', message, hint });
  });

  test.each(['scratch', 'debian:12', `debian@${digest}`, `debian:latest@${digest}`])('but not that of %s', (reference) => {
    expect(unpinnedFault(reference)).toBeUndefined();
  });
});

test('digests', () => {
  expect(digestFault(digest)).toBeUndefined();
  expect(digestFault('sha256:12')).toEqual({
    code: 'bad-digest',
    message: '"sha256:12" is no digest',
    hint: 'write "sha256:" and 64 hexadecimal digits',
  });
});

test('platforms', () => {
  expect([platformFault('linux/amd64'), platformFault('linux/arm/v7')]).toEqual([undefined, undefined]);
  expect(platformFault('amd64')).toEqual({
    code: 'bad-platform',
    message: '"amd64" is no platform',
    hint: "write system and architecture: 'linux/amd64'",
  });
});
