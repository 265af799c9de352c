import { expect, it } from 'vitest';
import { instructionsBelow } from '../../src/ir/instructions-below.js';
import { at, from, fromStage, run, workdir } from '../support/instructions.js';

it('gives what a stage stands on, the lowest first', () => {
  const lowest = { name: 'tools', origin: at(), instructions: [from('debian:bookworm-slim'), run('make')] };
  const middle = { name: 'build', origin: at(), instructions: [fromStage('tools'), workdir('/opt')] };
  const program = { globalArgs: [], stages: [lowest, middle], ignore: [] };
  expect(instructionsBelow([fromStage('build')], program)).toEqual([...lowest.instructions, ...middle.instructions]);
  expect(instructionsBelow(lowest.instructions, program)).toEqual([]);
});
