import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderReadme } from './support/readme.js';

it('says of the fields, verbs, passes, presets and bases what the project has (UPDATE_README=1 writes it)', () => {
  const text = readFileSync('README.md', 'utf8');
  const rendered = renderReadme(text);
  if (process.env.UPDATE_README) writeFileSync('README.md', rendered);
  else expect(text).toBe(rendered);
});
