import { expect, it } from 'vitest';
import { commandUnread } from '../../../src/rules/lint/command-unread.js';
import { findings } from '../../support/lint.js';

it('reports a command that the entrypoint is not given', () => {
  expect(findings(commandUnread, { shell: ['/bin/bash', '-c'], entrypoint: 'tides', cmd: ['a'] })).toEqual([
    'cmd: the entrypoint is a line for a shell, and is not given the command',
  ]);
  expect(findings(commandUnread, { entrypoint: ['tides'], cmd: ['a'] })).toEqual([]);
});
