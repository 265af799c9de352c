import { describe, expect, it } from 'vitest';
import { buildSteps } from '../../../src/cli/explain/build-steps.js';
import { at, cmd, copy, debian, env, file, from, fromStage, run, workdir } from '../../support/instructions.js';

describe('buildSteps', () => {
  const places = (program: Parameters<typeof buildSteps>[0]) => buildSteps(program).map(({ place, instruction }) => `${place} ${instruction.kind}`);

  it('counts the base and what changes files, and leaves the stage out where there is one', () => {
    expect(places(debian(env({ A: '1' }), run('make'), workdir('/opt'), file('/etc/motd', ''), cmd('date')))).toEqual([
      '2/4 run',
      '3/4 workdir',
      '4/4 file',
    ]);
  });

  it('names stages, or numbers them, and does not count what is no image', () => {
    const stages = [
      { name: 'build', origin: at(), instructions: [from('debian'), run('make')] },
      { name: 'more', origin: at(), instructions: [fromStage('build'), run('make more')] },
      { origin: at(), instructions: [from('scratch'), copy('a', '/')] },
    ];
    expect(places({ ...debian(), stages })).toEqual(['build 2/2 run', 'more 1/1 run', 'stage-2 1/1 copy']);
  });
});
