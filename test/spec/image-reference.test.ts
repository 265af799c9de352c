import { expect, test } from 'vitest';
import { imageReference } from '../../src/spec/image-reference.js';

test.each([
  ['debian', { name: 'debian', repository: 'debian' }],
  ['debian:12', { name: 'debian:12', repository: 'debian', tag: '12' }],
  ['localhost:5000/team/tool', { name: 'localhost:5000/team/tool', repository: 'localhost:5000/team/tool' }],
  [
    'localhost:5000/team/tool:1.2@sha256:00',
    { name: 'localhost:5000/team/tool:1.2', repository: 'localhost:5000/team/tool', tag: '1.2', digest: 'sha256:00' },
  ],
  ['tool@sha256:00', { name: 'tool', repository: 'tool', digest: 'sha256:00' }],
])('%s', (reference, parts) => {
  expect(imageReference(reference)).toEqual(parts);
});
