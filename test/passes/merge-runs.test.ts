import { describe, expect, it } from 'vitest';
import { mergeRuns } from '../../src/passes/merge-runs.js';
import { copy, debian, fromStage, label, run, shell, shown, at } from '../support/instructions.js';

describe('mergeRuns', () => {
  it('joins all adjacent runs, and nothing across another instruction', () => {
    const program = debian(
      run('cd /opt/zlib && make', { isolated: true }),
      run('ldconfig'),
      run('useradd app', { generated: true }),
      copy('.', '/app/'),
      run('make'),
      label({ a: '1' }),
      run('true'),
    );
    expect(shown(mergeRuns.apply(program))).toBe(`
(run (commands ("cd /opt/zlib && make" isolated) ("ldconfig") ("useradd app")))
(copy (sources ".") (to "/app/"))
(run (commands ("make")))
(label ("a" "1"))
(run (commands ("true")))
`);
  });

  it('does not join in a shell that has no subshells, set here or in the stage below', () => {
    const here = debian(shell('powershell', '-Command'), run('a'), run('b'));
    expect(mergeRuns.apply(here)).toBe(here);
    const below = { name: 'tools', origin: at('stages', 'tools'), instructions: [...debian(shell('/bin/cmd', '/S')).stages[0]!.instructions] };
    const program = { ...here, stages: [below, { origin: at(), instructions: [fromStage('tools'), run('a'), run('b')] }] };
    expect(mergeRuns.apply(program)).toBe(program);
  });
});
