import { expect, it } from 'vitest';
import { copyOfIgnored } from '../../../src/rules/lint/copy-of-ignored.js';
import { copy, raw } from '../../../src/spec/steps.js';
import { findings } from '../../support/lint.js';

const said = (place: string, path: string) => `${place}: "${path}" is copied, and the ignore file leaves it out`;

it('reports what "ignore" leaves out', () => {
  expect(findings(copyOfIgnored, { copy: { 'data/tides.csv': '/data/', src: '/src/' }, ignore: ['data', '*.md'] })).toEqual([
    said('copy["data/tides.csv"]', 'data/tides.csv'),
  ]);
  expect(findings(copyOfIgnored, { copy: { 'data/tides.csv': '/data/' }, ignore: ['data', '!data/tides.csv'] })).toEqual([]);
});

it('goes by the whole ignore file where it is known: raw text brings nothing into it', () => {
  const definition = { copy: { src: '/src/' }, steps: [raw('COPY notes.txt /srv/\nADD src/a.tar /srv/')] };
  expect(findings(copyOfIgnored, { steps: [copy('src', '/src/'), ...definition.steps] }, { ignoreFile: '*\n!src\n' })).toEqual([
    said('steps[1]', 'notes.txt'),
  ]);
});
