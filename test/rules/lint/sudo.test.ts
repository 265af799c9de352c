import { expect, it } from 'vitest';
import { sudo } from '../../../src/rules/lint/sudo.js';
import { raw, run, user } from '../../../src/spec/steps.js';
import { findings, fixes, hints } from '../../support/lint.js';

it('reports a script that calls sudo, wherever in it', () => {
  expect(findings(sudo, { run: ['sudo ldconfig', 'make && sudo make install'] })).toEqual([
    'run[0]: "sudo ldconfig" calls sudo, which an image does not need',
    'run[1]: "make && sudo make install" calls sudo, which an image does not need',
  ]);
  expect(findings(sudo, { steps: [raw('RUN sudo ldconfig')] })).toEqual(['steps[0]: "sudo ldconfig" calls sudo, which an image does not need']);
  expect(hints(sudo, { run: ['sudo ldconfig'] })).toEqual([
    "leave it out: a build runs as root; where the step runs as another user, give it user: 'root'",
  ]);
});

it('quotes the first line of a script of several', () => {
  expect(findings(sudo, { run: ['sudo ldconfig\nmake install'] })).toEqual(['run[0]: "sudo ldconfig …" calls sudo, which an image does not need']);
});

it('accepts the word elsewhere, and the package', () => {
  expect(findings(sudo, { apt: ['sudo'], run: ['echo sudo make', 'rm -f /etc/sudoers'] })).toEqual([]);
});

it('mends what is a single command of root', () => {
  const edit = { kind: 'replace', path: ['run', 0], text: 'sudo ', by: '' };
  expect(fixes(sudo, { run: ['sudo ldconfig'] })).toEqual([{ title: 'leave sudo out', edits: [edit] }]);
  expect(fixes(sudo, { run: ['sudo -u www-data id'] })).toEqual([undefined]);
  expect(fixes(sudo, { base: 'cimg/python:3.12', run: ['sudo make install'] })).toEqual([undefined]);
  expect(fixes(sudo, { steps: [user('www-data'), run('sudo ldconfig')] })).toEqual([undefined]);
});
