import { expect, it } from 'vitest';
import { editText } from '../../../src/cli/lint/edit-text.js';
import type { Edit } from '../../../src/edit.js';

it.each<[Edit, string]>([
  [{ kind: 'set', path: ['cmd'], value: ['ebb', 'now'] }, "write cmd: ['ebb', 'now']"],
  [{ kind: 'set', path: ['stages', 'build', 'labels', 'org.sea'], value: 1 }, "in stages.build.labels, write 'org.sea': 1"],
  [{ kind: 'set', path: ['run', 0], value: 'make' }, "in run, write 'make'"],
  [{ kind: 'append', path: ['ignore'], value: 'results' }, "add 'results' to ignore"],
  [{ kind: 'remove', path: ['args', 'YEAR'] }, 'take out args.YEAR'],
  [{ kind: 'replace', path: ['run', 0], text: 'sudo ', by: '' }, "take 'sudo ' out of run[0]"],
  [{ kind: 'replace', path: ['run', 0], text: 'ebb', by: 'flow' }, "in run[0], write 'flow' instead of 'ebb'"],
])('says what to write: %j', (edit, text) => {
  expect(editText(edit)).toBe(text);
});
