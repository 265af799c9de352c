/** A label whose name tools have trouble with: names are lower-case letters, digits, `.`, `-`, `_` and `/`. */

import { allInstructions } from '../../ir/program.js';
import { lintRule } from './lint-rule.js';

export const labelName = lintRule({
  name: 'label-name',
  level: 'warning',
  summary: 'names of labels are of lower-case letters, digits, ".", "-", "_" and "/"',
  why: 'They begin with a letter and end with one or a digit: what else there is, filters and templates cannot name.',
  bad: { base: 'debian:bookworm-slim', labels: { Tide_Table: 'ebb' } },
  good: { base: 'debian:bookworm-slim', labels: { 'org.example.tide-table': 'ebb' } },
  also: ['DL3048'],
  check: (program) =>
    allInstructions(program).flatMap((instruction) =>
      instruction.kind !== 'label'
        ? []
        : instruction.entries
            .filter(({ name }) => !/^[a-z](?:[a-z0-9._/-]*[a-z0-9])?$/.test(name) || /\.\.|--/.test(name))
            .map(({ name, origin }) => ({
              origin,
              message: `tools have trouble with the name of the label "${name}"`,
              hint: 'write a name like org.example.tide-table',
            })),
    ),
});
