import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { lateVariables } from '../../src/passes/late-variables.js';
import { apt, arg, copy, debian, env, label, raw, run, shell, user, workdir } from '../support/instructions.js';

const account = run('useradd app', { generated: true });
const version = arg('VERSION');
const reads = label({ version: [{ variable: 'VERSION' }] });

describe('lateVariables', () => {
  it('puts a build argument right before its first use', () => {
    const rest = [account, workdir('/opt/tides'), copy('.', './'), shell('bash', '-c'), user('app')];
    expect(lateVariables.apply(debian(version, ...rest, reads))).toEqual(debian(...rest, version, reads));
    expect(lateVariables.apply(debian(version, ...rest, run('make')))).toEqual(debian(...rest, version, run('make')));
  });

  it('puts variables of the environment behind house-keeping, in their order', () => {
    const [tide, port] = [env({ TIDE: 'ebb' }), env({ PORT_NAME: 'north' })];
    expect(lateVariables.apply(debian(tide, version, port, account))).toEqual(debian(account, tide, port, version));
  });

  it.each<readonly [string, readonly Instruction[]]>([
    ['where nothing is gained', [version, copy('.', '/opt/tides/'), workdir('/opt'), run('make')]],
    ['before a command of the author’s', [version, run('make'), account]],
    ['before an install', [version, apt(['git']), account]],
    ['before raw text', [version, raw('RUN make'), account]],
    ['before house-keeping that names it', [arg('NAME'), run('useradd $NAME', { generated: true })]],
    ['that every program reads', [env({ PATH: '/opt/bin' }), account]],
    ['before what names it', [version, workdir(['/opt/', { variable: 'VERSION' }]), account]],
    ['before another of its name', [version, env({ VERSION: '2' }), run('make'), account]],
    ['before what its value is made of', [{ ...version, default: [{ variable: 'RELEASE' }] }, arg('RELEASE'), run('make'), account]],
    ['behind what reads it', [label({ version: [{ variable: 'VERSION' }] }), version, account]],
    ['before what is made of it', [version, env({ TIDE: [{ variable: 'VERSION' }] }), run('make'), account]],
  ])('leaves one %s', (_, instructions) => {
    const program = debian(...instructions);
    expect(lateVariables.apply(program)).toBe(program);
  });
});
