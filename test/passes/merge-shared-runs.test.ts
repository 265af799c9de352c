import { describe, expect, it } from 'vitest';
import { mergeRuns } from '../../src/passes/merge-runs.js';
import { mergeSharedRuns } from '../../src/passes/merge-shared-runs.js';
import { debian, run, shown } from '../support/instructions.js';

describe('mergeSharedRuns', () => {
  it('joins what is to share a layer, with house-keeping beside it, and nothing else', () => {
    const program = debian(
      run('./configure'),
      run('make', { layer: 'shared' }),
      run('make install', { layer: 'shared' }),
      run('useradd app', { generated: true }),
      run('make check'),
    );
    expect(shown(mergeSharedRuns.apply(program))).toBe(`
(run (commands ("./configure")))
(run (layer "shared") (commands ("make") ("make install") ("useradd app")))
(run (commands ("make check")))
`);
  });

  it.each([
    ['a single one that shares', run('make'), run('make install', { layer: 'shared' })],
    ['what is a layer of its own', run('make', { layer: 'own' }), run('make install', { layer: 'shared' })],
    ['what must not be touched', run('make', { layer: 'shared' }), run('make install', { layer: 'shared', verbatim: true })],
    ['what would do something else', run('make', { layer: 'shared' }), run('true; make install', { layer: 'shared' })],
  ])('leaves %s alone', (_, ...runs) => {
    const program = debian(...runs);
    expect(mergeSharedRuns.apply(program)).toBe(program);
  });

  it('is not needed for the fewest layers, where a layer of its own stays one', () => {
    const program = debian(run('make'), run('make install', { layer: 'own' }), run('ldconfig', { layer: 'shared' }), run('make clean'));
    expect(shown(mergeRuns.apply(program))).toBe(`
(run (commands ("make")))
(run (layer "own") (commands ("make install")))
(run (layer "shared") (commands ("ldconfig") ("make clean")))
`);
  });
});
