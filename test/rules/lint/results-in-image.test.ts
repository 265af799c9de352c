import { expect, it } from 'vitest';
import { resultsInImage } from '../../../src/rules/lint/results-in-image.js';
import { findings, fixes } from '../../support/lint.js';

it('reports folders that the container writes to', () => {
  expect(
    findings(
      resultsInImage,
      { workdir: '/srv', copy: { '.': './' } },
      {
        ...{
          sources: {
            '.': {
              files: [
                { path: 'results/a.csv', size: 1 },
                { path: 'results2/b', size: 1 },
              ],
            },
          },
        },
        container: {
          mounts: [
            { host: './results/', to: '/r' },
            { host: 'results2', to: '/s', readOnly: true },
            { volume: 'v', to: '/v' },
          ],
          ports: [],
        },
      },
    ),
  ).toEqual(['copy["."]: "results", which the container writes to, is copied along']);
});

it('leaves it out', () => {
  const facts = {
    sources: { '.': { files: [{ path: 'results/a.csv', size: 1 }] } },
    container: { mounts: [{ host: 'results', to: '/r' }], ports: [] },
  };
  const edit = { kind: 'append', path: ['ignore'], value: 'results' };
  expect(fixes(resultsInImage, { workdir: '/srv', copy: { '.': './' } }, facts)).toEqual([
    { title: 'leave "results" out of the image', edits: [edit] },
  ]);
});
