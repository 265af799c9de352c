import { describe, expect, it } from 'vitest';
import { mergeCopies } from '../../src/passes/merge-copies.js';
import { at, copy, debian, run } from '../support/instructions.js';

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

  it('leaves apart what changes more often', () => {
    const program = { ...debian(copy('texts', '/opt/tides/'), copy('count.py', '/opt/tides/')), changes: { texts: 0.02, 'count.py': 0.6 } };
    expect(mergeCopies.apply(program)).toBe(program);
  });
});
