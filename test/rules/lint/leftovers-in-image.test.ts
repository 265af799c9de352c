import { expect, it } from 'vitest';
import { leftoversInImage } from '../../../src/rules/lint/leftovers-in-image.js';
import { findings } from '../../support/lint.js';

it('reports what tools have made, each folder once', () => {
  expect(
    findings(
      leftoversInImage,
      { workdir: '/srv', copy: { '.': './' } },
      {
        sources: {
          '.': {
            files: [
              { path: '.snakemake/a', size: 1 },
              { path: '.snakemake/b', size: 1 },
              { path: 'notes/.ipynb_checkpoints/c', size: 1 },
              { path: 'src/tides.py', size: 1 },
              { path: 'node_modules_old/x', size: 1 },
            ],
          },
        },
      },
    ),
  ).toEqual([
    'copy["."]: ".snakemake", which a tool has made here, is copied along',
    'copy["."]: "notes/.ipynb_checkpoints", which a tool has made here, is copied along',
  ]);
});
