import { expect, it } from 'vitest';
import { labelName } from '../../../src/rules/lint/label-name.js';
import { findings } from '../../support/lint.js';

it('reports characters that tools trip over', () => {
  expect(findings(labelName, { labels: { Tide: 'a', 'a--b': 'b', 'org.example.tide-table': 'c' } })).toEqual([
    'labels.Tide: tools have trouble with the name of the label "Tide"',
    'labels["a--b"]: tools have trouble with the name of the label "a--b"',
  ]);
});
