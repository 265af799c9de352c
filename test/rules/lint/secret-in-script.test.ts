import { expect, it } from 'vitest';
import { secretInScript } from '../../../src/rules/lint/secret-in-script.js';
import { findings } from '../../support/lint.js';

it('reports tokens in scripts and in the text of files', () => {
  expect(
    findings(secretInScript, {
      run: ['git clone https://ghp_abcdefghijklmnopqrstuvwxyz0123456789@example.org/a'],
      files: { '/etc/a': 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' },
    }),
  ).toEqual([
    'run[0]: it holds what looks like a GitHub token; everybody who has the image could read it',
    'files["/etc/a"]: it holds what looks like a GitHub token; everybody who has the image could read it',
  ]);
  expect(findings(secretInScript, { run: ['git clone https://$TOKEN@example.org/a'] })).toEqual([]);
});

it('reads variables, arguments and labels of raw text', () => {
  const token = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
  const said = 'raw[0]: it holds what looks like a GitHub token; everybody who has the image could read it';
  for (const text of [`ENV A=${token}`, `ARG A=${token}`, `LABEL a=${token}`]) expect(findings(secretInScript, { raw: [text] })).toEqual([said]);
});
