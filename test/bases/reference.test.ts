import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseReference } from '../../src/bases/reference.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['debian', { repository: 'docker.io/library/debian' }],
  ['debian:bookworm-slim', { repository: 'docker.io/library/debian', tag: 'bookworm-slim' }],
  [`debian@${DIGEST}`, { repository: 'docker.io/library/debian', digest: DIGEST }],
  [`debian:12@${DIGEST}`, { repository: 'docker.io/library/debian', tag: '12', digest: DIGEST }],
  ['library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['docker.io/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['docker.io/library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['index.docker.io/library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['public.ecr.aws/docker/library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['mirror.gcr.io/library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['mcr.microsoft.com/mirror/docker/library/debian:12', { repository: 'docker.io/library/debian', tag: '12' }],
  ['rocker/r-ver:4.3.2', { repository: 'docker.io/rocker/r-ver', tag: '4.3.2' }],
  ['quay.io/fedora/fedora:41', { repository: 'quay.io/fedora/fedora', tag: '41' }],
  ['localhost/debian', { repository: 'localhost/debian' }],
  ['localhost:5000/debian:12', { repository: 'localhost:5000/debian', tag: '12' }],
  ['127.0.0.1:5000/debian', { repository: '127.0.0.1:5000/debian' }],
  ['[::1]:5000/debian', { repository: '[::1]:5000/debian' }],
  ['registry.example.org/mirror/debian:bookworm', { repository: 'registry.example.org/mirror/debian', tag: 'bookworm' }],
  ['registry:5000/a/b/c__d/e-f.g_h:v1', { repository: 'registry:5000/a/b/c__d/e-f.g_h', tag: 'v1' }],
  ['debian:5000', { repository: 'docker.io/library/debian', tag: '5000' }],
])('%s', (text, parts) => {
  expect(parseReference(text)).toEqual(parts);
});

test.each([
  '',
  ' ',
  'Debian',
  'debian:',
  'debian:-slim',
  'debian@sha256:',
  'debian@sha256:zz',
  'debian:12:13',
  'debian latest',
  'debian\nRUN id',
  'debian\n',
  'debian:${VERSION}',
  '/debian',
  'debian/',
  'a//b',
  'a..b',
  'a___b',
  '-a',
  'https://registry.example.org/debian',
  `debian:${'1'.repeat(129)}`,
  'a'.repeat(10_000),
])('no reference: %j', (text) => {
  expect(parseReference(text)).toBe(undefined);
});

test('takes any string', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.stringMatching(/^[a-z0-9._:/@-]{0,60}$/)), (text) => {
      const reference = parseReference(text);
      // What it takes it takes whole: the parts, put together, are a reference to the same thing.
      const again =
        reference && `${reference.repository}${reference.tag ? `:${reference.tag}` : ''}${reference.digest ? `@${reference.digest}` : ''}`;
      expect(again === undefined ? undefined : parseReference(again)).toEqual(reference);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
