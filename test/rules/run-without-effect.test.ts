import { describe, expect, it } from 'vitest';
import { runWithoutEffect } from '../../src/rules/run-without-effect.js';
import { mergeRuns } from '../../src/passes/merge-runs.js';
import { at, debian, run } from '../support/instructions.js';

describe('runWithoutEffect', () => {
  it('reports a run that only changes its own shell, also when it was merged with others', () => {
    const program = debian(run('make'), run('cd /opt/app', { isolated: true }));
    const finding = {
      origin: at('run', 'cd /opt/app'),
      message: '"cd /opt/app" changes nothing for the steps after it: its shell ends with it',
      hint: 'set workdir, or put it in front of the command that needs it: "cd DIR && …"',
    };
    expect(runWithoutEffect.check(program)).toEqual([finding]);
    expect(runWithoutEffect.check(mergeRuns.apply(program))).toEqual([finding]);
  });

  it.each([
    ['export LANG=C.UTF-8', 'set the variable with env'],
    ['source /opt/venv/bin/activate', "put the environment on the PATH with env: { PATH: prependPath('/opt/venv/bin') }"],
    ['. /opt/venv/bin/activate', "put the environment on the PATH with env: { PATH: prependPath('/opt/venv/bin') }"],
    ['conda activate science', "put the environment on the PATH with env: { PATH: prependPath('/opt/conda/envs/NAME/bin') }"],
    ['set -eo pipefail', "set shell, as in ['bash', '-eo', 'pipefail', '-c'], or put it in front of the commands that need it"],
    ['umask 022', 'put it in front of the commands that need it'],
  ])('has a remedy for %s', (line, remedy) => {
    expect(runWithoutEffect.check(debian(run(line))).map(({ hint }) => hint)).toEqual([remedy]);
  });

  it.each([
    'cd /opt && make',
    'cd /opt; make',
    'set -x\nmake',
    'export > /environment',
    'export A=$(touch /a)',
    'conda install numpy',
    'cdrecord x',
    'settle down',
  ])('accepts %j', (line) => expect(runWithoutEffect.check(debian(run(line)))).toEqual([]));
});
