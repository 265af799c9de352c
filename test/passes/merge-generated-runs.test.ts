import { describe, expect, it } from 'vitest';
import { mergeGeneratedRuns } from '../../src/passes/merge-generated-runs.js';
import { debian, run, shown } from '../support/instructions.js';

describe('mergeGeneratedRuns', () => {
  it('joins what the compiler wrote and leaves the author’s runs alone', () => {
    const program = debian(run('groupadd app', { generated: true }), run('useradd app', { generated: true }), run('make'), run('make install'));
    expect(shown(mergeGeneratedRuns.apply(program))).toBe(`
(run generated (commands ("groupadd app") ("useradd app")))
(run (commands ("make")))
(run (commands ("make install")))
`);
  });

  it('returns the same object where there is nothing to join', () => {
    const program = debian(run('useradd app', { generated: true }), run('make'));
    expect(mergeGeneratedRuns.apply(program)).toBe(program);
  });
});
