/** Each example's committed files are what its definition gives: golden tests of the whole flow. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examples, imagewright, repository } from './support/project.js';

describe.each(examples)('examples/%s', (name) => {
  const folder = join(repository, 'examples', name);

  it('gives its Dockerfile', () => {
    expect(imagewright(['generate', '--stdout'], folder)).toBe(readFileSync(join(folder, 'Dockerfile'), 'utf8'));
  });

  it('is up to date, its ignore file too', () => {
    expect(JSON.parse(imagewright(['check', '--json'], folder))).toEqual({
      ok: true,
      files: [
        { path: 'Dockerfile', state: 'current' },
        { path: 'Dockerfile.dockerignore', state: 'current' },
      ],
      diagnostics: [],
    });
  });
});

describe('examples', () => {
  it('are these', () => {
    expect(examples).toEqual(['c-server', 'tide-table', 'word-count']);
  });
});
