import { describe, expect, it } from 'vitest';
import { splitCopies } from '../../src/passes/split-copies.js';
import { copy, debian } from '../support/instructions.js';

const changes = { texts: 0.02, tables: 0.02, 'count.py': 0.6, 'plot.py': 0.5 };
const of = (...sources: readonly string[]) => ({ ...copy(sources[0]!, '/opt/tides/'), sources });

describe('splitCopies', () => {
  it('copies by themselves what changes more often than all before it', () => {
    const program = { ...debian(of('texts', 'tables', 'count.py', 'plot.py')), changes };
    const { origins } = of('texts');
    expect(splitCopies.apply(program)).toEqual({
      ...debian({ ...of('texts', 'tables'), origins }, { ...of('count.py', 'plot.py'), origins }),
      changes,
    });
  });

  it.each([
    ['what changes as often', of('count.py', 'plot.py')],
    ['what would have to change its place', of('count.py', 'texts')],
    ['what is more often between', of('texts', 'count.py', 'tables')],
    ['what may be no folder', { ...of('texts', 'count.py'), to: '/opt/tides' }],
    ['what is to be one layer', { ...of('texts', 'count.py'), layer: 'own' as const }],
    ['what is to be one layer with others', { ...of('texts', 'count.py'), layer: 'shared' as const }],
    ['a single source', of('texts')],
  ])('leaves %s together', (_, instruction) => {
    const program = { ...debian(instruction), changes };
    expect(splitCopies.apply(program)).toBe(program);
  });

  it('splits nothing where nothing is known', () => {
    const program = debian(of('texts', 'count.py'));
    expect(splitCopies.apply(program)).toBe(program);
  });
});
