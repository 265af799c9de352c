import { describe, expect, it } from 'vitest';
import { mergeCopies } from '../../src/passes/merge-copies.js';
import { at, copy, debian, run, shown } from '../support/instructions.js';

describe('mergeCopies', () => {
  it('copies at once what goes to the same folder, with the origins of all', () => {
    const program = debian(copy('Snakefile', '/opt/tides/'), copy('count.py', '/opt/tides/'), copy('plot.py', '/opt/tides/'));
    expect(mergeCopies.apply(program)).toEqual(
      debian({
        ...copy('Snakefile', '/opt/tides/'),
        sources: ['Snakefile', 'count.py', 'plot.py'],
        origins: [at('copy', 'Snakefile'), at('copy', 'count.py'), at('copy', 'plot.py')],
      }),
    );
  });

  it('returns the same object where targets, flags or origins differ, or something stands between', () => {
    const first = copy('Snakefile', '/opt/tides/');
    for (const rest of [
      [copy('count.py', '/opt/')],
      [copy('count.py', '/opt/tides/', { chown: 'app' })],
      [copy('count.py', '/opt/tides/', { exclude: ['*.bak'] })],
      [copy('count.py', '/opt/tides/', { from: { stage: 'build' } })],
      [run('make'), copy('count.py', '/opt/tides/')],
    ]) {
      const program = debian(first, ...rest);
      expect(mergeCopies.apply(program)).toBe(program);
    }
  });

  it('does not merge what may not be a folder: of two sources, each would be another thing', () => {
    const program = debian(copy('a', '/opt/tides'), copy('b', '/opt/tides'));
    expect(mergeCopies.apply(program)).toBe(program);
  });

  it('copies at once what is to share a layer, however often it changes, and leaves alone what is to have its own', () => {
    const changes = { texts: 0.02, 'count.py': 0.6 };
    const of = (layer: 'own' | 'shared') => ({
      ...debian(copy('texts', '/opt/tides/', { layer }), copy('count.py', '/opt/tides/', { layer })),
      changes,
    });
    expect(shown(mergeCopies.apply(of('shared')))).toBe(`
(copy (sources "texts" "count.py") (to "/opt/tides/") (layer "shared"))
`);
    const own = { ...of('own'), changes: {} };
    expect(mergeCopies.apply(own)).toBe(own);
  });

  it('leaves apart what changes more often', () => {
    const program = { ...debian(copy('texts', '/opt/tides/'), copy('count.py', '/opt/tides/')), changes: { texts: 0.02, 'count.py': 0.6 } };
    expect(mergeCopies.apply(program)).toBe(program);
  });
});
