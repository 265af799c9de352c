import { expect, it } from 'vitest';
import { chattyDownload } from '../../../src/rules/lint/chatty-download.js';
import { findings } from '../../support/lint.js';

it('reports wget, unless it is told to be quiet', () => {
  expect(
    findings(chattyDownload, {
      run: [
        'wget https://example.org/a',
        'wget -q https://example.org/a',
        'wget -O- -nv https://example.org/a',
        'wget --progress=dot:giga https://example.org/a',
      ],
    }),
  ).toEqual(['run[0]: wget writes its progress to the log']);
});
