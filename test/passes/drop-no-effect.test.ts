import { describe, expect, it } from 'vitest';
import { dropNoEffect } from '../../src/passes/drop-no-effect.js';
import type { Instruction } from '../../src/ir/instruction.js';
import { apt, arg, at, cmd, copy, debian, entrypoint, env, expose, raw, run, shell, shellCmd, user, workdir } from '../support/instructions.js';

const from = <I extends Instruction>(instruction: I, ...origins: readonly (readonly string[])[]): I => ({
  ...instruction,
  origins: origins.map((path) => at(...path)),
});

describe('dropNoEffect', () => {
  it('leaves out what holds already', () => {
    const program = debian(
      user('app'),
      workdir('/opt'),
      copy('.', './'),
      shell('bash', '-c'),
      workdir('/opt'),
      user('app'),
      shell('bash', '-c'),
      run('make'),
    );
    expect(dropNoEffect.apply(program)).toEqual(debian(user('app'), workdir('/opt'), copy('.', './'), shell('bash', '-c'), run('make')));
  });

  it('says the folder once around an install, which removes none', () => {
    expect(dropNoEffect.apply(debian(workdir('/opt'), apt(['git']), workdir('/opt')))).toEqual(
      debian({ ...workdir('/opt'), origins: [at('workdir')] }, apt(['git'])),
    );
  });

  it('keeps a user whose variable may have changed', () => {
    const program = debian(user([{ variable: 'NAME' }]), run('a'), env({ NAME: 'app' }), user([{ variable: 'NAME' }]), run('b'));
    expect(dropNoEffect.apply(program)).toBe(program);
  });

  it('keeps the origins of what it leaves out', () => {
    const twice = debian(from(user('app'), ['user']), from(user('app'), ['steps', 'user']));
    expect(dropNoEffect.apply(twice)).toEqual(debian(from(user('app'), ['steps', 'user'], ['user'])));
  });

  it('leaves out what a later one overrules', () => {
    const program = debian(from(cmd('date'), ['presets']), entrypoint('init'), from(cmd('tides'), ['cmd']), entrypoint('sh'));
    expect(dropNoEffect.apply(program)).toEqual(debian(from(cmd('tides'), ['cmd'], ['presets']), entrypoint('sh')));
  });

  it('leaves out a user that nothing is done as', () => {
    expect(dropNoEffect.apply(debian(user('app'), run('make'), user('root'), copy('.', '/opt/'), user('app')))).toEqual(
      debian(user('app'), run('make'), copy('.', '/opt/')),
    );
    const trigger = { kind: 'onbuild', origins: [], instruction: run('id') } as const;
    expect(dropNoEffect.apply(debian(run('make'), user('www-data'), expose('80'), trigger, user('app')))).toEqual(
      debian(run('make'), expose('80'), trigger, user('app')),
    );
  });

  it.each<[string, readonly Instruction[]]>([
    ['a CMD before an ENTRYPOINT', [cmd('date'), entrypoint('init')]],
    ['another user, folder or shell between', [user('a'), run('id'), user('b'), run('id'), user('a')]],
    ['a relative WORKDIR, which goes deeper each time', [workdir('texts'), workdir('texts')]],
    ['a WORKDIR of a variable, which may have changed', [workdir([{ variable: 'HOME' }]), arg('HOME'), workdir([{ variable: 'HOME' }])]],
    ['a WORKDIR whose folder a command may have removed', [workdir('/opt'), run('rm -r /opt'), workdir('/opt')]],
    ['what raw text stands between', [user('app'), raw('USER root'), user('app'), cmd('a'), raw('# x'), shellCmd('b')]],
  ])('keeps %s', (_, instructions) => {
    const program = debian(...instructions);
    expect(dropNoEffect.apply(program)).toBe(program);
  });
});
