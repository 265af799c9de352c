import { describe, expect, it } from 'vitest';
import { anyOf } from '../../src/ir/change-probability.js';
import { CHANGES, COPY_COST, installCost } from '../../src/ir/cost-model.js';
import { expectedCost, inSeconds } from '../../src/ir/expected-cost.js';
import type { Program } from '../../src/ir/program.js';
import { at, apt, copy, debian, from, fromStage } from '../support/instructions.js';

const packages = apt(['git', 'jq']);
const sources = copy('.', '/opt/tides/');

describe('expectedCost', () => {
  it('is nothing for a base alone', () => {
    expect(expectedCost(debian())).toEqual({ seconds: 0, bytes: 0 });
  });

  it('is what a step costs, as often as it or what stands before it changes', () => {
    const each = installCost(packages).seconds;
    const { seconds } = expectedCost(debian(packages, sources));
    const often = anyOf([CHANGES.base, CHANGES.packages]);
    expect(seconds).toBeCloseTo(each * often + COPY_COST.seconds * anyOf([often, CHANGES.sources]), 9);
  });

  it('is less with packages before sources', () => {
    expect(inSeconds(expectedCost(debian(packages, sources)))).toBeLessThan(inSeconds(expectedCost(debian(sources, packages))) / 5);
  });

  it('counts a stage once, and its changes in what is copied from it', () => {
    const build = { name: 'build', origin: at(), instructions: [from('debian:bookworm-slim'), sources] };
    const fromBuild = { ...copy('/opt/tides', '/opt/tides'), from: { stage: 'build' } };
    const program: Program = { ...debian(fromBuild), stages: [build, ...debian(fromBuild).stages] };
    const change = anyOf([CHANGES.base, CHANGES.sources]);
    const { seconds, bytes } = expectedCost(program);
    expect(seconds).toBeCloseTo(COPY_COST.seconds * (change + anyOf([CHANGES.base, CHANGES.settings, change])), 9);
    expect(bytes).toBeCloseTo(COPY_COST.bytes * anyOf([CHANGES.base, CHANGES.settings, change]), 3);
  });

  it('does not count what nothing reaches', () => {
    const tests = { name: 'tests', origin: at(), instructions: [fromStage('image'), packages] };
    const image = { name: 'image', origin: at(), instructions: debian(sources).stages[0]!.instructions };
    expect(expectedCost({ ...debian(), stages: [image, tests], target: 'image' })).toEqual(expectedCost(debian(sources)));
  });

  it('counts what a stage stands on', () => {
    const base = { name: 'base', origin: at(), instructions: [from('debian:bookworm-slim'), packages] };
    const flat = expectedCost(debian(packages, sources));
    const program: Program = { ...debian(), stages: [base, { origin: at(), instructions: [fromStage('base'), sources] }] };
    expect(expectedCost(program).bytes / flat.bytes).toBeCloseTo(1, 2);
    expect(expectedCost(program).seconds / flat.seconds).toBeCloseTo(1, 2);
  });

  it('follows what is known of paths', () => {
    const rarely = expectedCost({ ...debian(sources, packages), changes: { '.': 0.01 } });
    expect(inSeconds(rarely)).toBeLessThan(inSeconds(expectedCost(debian(sources, packages))) / 10);
  });
});
