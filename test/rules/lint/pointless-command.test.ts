import { expect, it } from 'vitest';
import { pointlessCommand } from '../../../src/rules/lint/pointless-command.js';
import { ssh } from '../../../src/spec/mounts.js';
import { findings } from '../../support/lint.js';

it('reports services and terminals, and accepts questions about versions', () => {
  expect(findings(pointlessCommand, { run: ['systemctl enable tides', 'service tides start && vim', 'vim --version', 'echo mount'] })).toEqual([
    'run[0]: "systemctl" has nothing to do while an image is made',
    'run[1]: "service" has nothing to do while an image is made',
    'run[1]: "vim" has nothing to do while an image is made',
  ]);
  expect(findings(pointlessCommand, { run: [{ script: 'ssh example.org true', mounts: [ssh()] }] })).toEqual([]);
});
