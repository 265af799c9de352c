import { describe, expect, it } from 'vitest';
import { anyOf, changeProbability } from '../../src/ir/change-probability.js';
import { apt, copy, pip, run, workdir } from '../support/instructions.js';

describe('changeProbability', () => {
  it('ranks sources before manifests before packages before the rest', () => {
    const ranks = [copy('.', '/opt/tides/'), pip('requirements.txt'), apt(['git', 'jq']), run('make'), workdir('/opt')].map((each) =>
      changeProbability(each),
    );
    expect(ranks).toEqual([...ranks].sort((left, right) => right - left));
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it('believes the author more than the history, and the history more than the class', () => {
    const of = (changes?: 'often' | 'rarely') => changeProbability(copy('texts', '/opt/', changes === undefined ? {} : { changes }), { texts: 0.25 });
    expect([of('often'), of(), of('rarely')]).toEqual([0.9, 0.25, 0.02]);
  });

  it('takes a path for the same however it is written', () => {
    expect(changeProbability(copy('./texts/', '/opt/'), { texts: 0.25 })).toBe(0.25);
  });
});

describe('anyOf', () => {
  it('is the probability that at least one of independent things happens', () => {
    expect([anyOf([]), anyOf([0.5]), anyOf([0.5, 0.5]), anyOf([1, 0])]).toEqual([0, 0.5, 0.75, 1]);
  });
});
