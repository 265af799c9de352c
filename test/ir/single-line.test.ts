import { expect, it } from 'vitest';
import { singleLine } from '../../src/ir/single-line.js';
import { run } from '../support/instructions.js';

it('gives the line of a run that is one, and of no other', () => {
  const command = { line: 'make', arguments: [], isolated: false };
  expect(singleLine(run('make install'))).toBe('make install');
  expect(singleLine(run('make', { verbatim: true }))).toBe(undefined);
  expect(singleLine(run('', { script: { form: 'commands', commands: [command, command] } }))).toBe(undefined);
  expect(singleLine(run('', { script: { form: 'commands', commands: [{ ...command, arguments: ['all'] }] } }))).toBe(undefined);
  expect(singleLine(run('', { script: { form: 'exec', argv: ['make'] } }))).toBe(undefined);
});
