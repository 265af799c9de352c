import { expect, it } from 'vitest';
import { historyInImage } from '../../../src/rules/lint/history-in-image.js';
import { findings } from '../../support/lint.js';

it('reports each history once, and accepts one that is copied by name', () => {
  expect(
    findings(
      historyInImage,
      { workdir: '/srv', copy: { '.': './' } },
      {
        sources: {
          '.': {
            files: [
              { path: '.git/HEAD', size: 1 },
              { path: '.git/config', size: 1 },
              { path: 'lib/.hg/store', size: 1 },
              { path: 'a/.gitignore', size: 1 },
            ],
          },
        },
      },
    ),
  ).toEqual(['copy["."]: ".git", the history of the project, is copied along', 'copy["."]: "lib/.hg", the history of the project, is copied along']);
  expect(findings(historyInImage, { copy: { '.git': '/src/.git' } }, { sources: { '.git': { files: [{ path: '.git/HEAD', size: 1 }] } } })).toEqual(
    [],
  );
  expect(findings(historyInImage, { workdir: '/srv', copy: { '.': './' } })).toEqual([]);
});
