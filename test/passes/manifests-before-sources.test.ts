import { describe, expect, it } from 'vitest';
import { manifestsBeforeSources } from '../../src/passes/manifests-before-sources.js';
import { apt, arg, at, copy, debian, env, file, label, pip, raw, run, shell, shown, user, workdir } from '../support/instructions.js';
import type { Instruction } from '../../src/ir/instruction.js';

/** The kinds, in the order that the pass leaves; the other tests show that nothing else changes. */
const order = (...instructions: Instruction[]) =>
  manifestsBeforeSources
    .apply(debian(...instructions))
    .stages[0]!.instructions.slice(1)
    .map(({ kind }) => kind)
    .join(' ');

describe('manifestsBeforeSources', () => {
  it('moves installs before the sources, in their own order', () => {
    const program = debian(
      workdir('/opt/word_count'),
      copy('.', '/opt/word_count/'),
      file('/opt/word_count/config.yml', 'x: 1\n'),
      apt(['git']),
      pip('requirements.txt'),
    );
    expect(manifestsBeforeSources.apply(program)).toEqual(
      debian(
        workdir('/opt/word_count'),
        apt(['git']),
        pip('requirements.txt'),
        copy('.', '/opt/word_count/'),
        file('/opt/word_count/config.yml', 'x: 1\n'),
      ),
    );
  });

  it('passes metadata on the way, but not for its own sake', () => {
    expect(order(label({ title: 'x' }), copy('.', '/app/'), label({ version: '1' }), apt(['git']))).toBe('label install copy label');
    expect(order(workdir('/app'), label({ title: 'x' }), apt(['git']))).toBe('workdir label install');
  });

  it('returns the same object where no install stands behind sources', () => {
    const program = debian(apt(['git']), copy('.', '/app/'), run('make'));
    expect(manifestsBeforeSources.apply(program)).toBe(program);
  });

  it.each([
    ['ENV', env({ LANG: 'C.UTF-8' })],
    ['ARG', arg('VERSION')],
    ['USER', user('app')],
    ['SHELL', shell('bash', '-c')],
    ['RUN', run('make')],
    ['raw text', raw('RUN make')],
    ['an install that stays', apt(['./tool.deb'])],
  ])('does not pass %s', (_, barrier) => {
    expect(order(copy('.', '/app/'), barrier, pip('requirements.txt')).split(' ').at(-1)).toBe('install');
  });

  it.each([
    '/',
    '/etc/apt/',
    '/usr/local/lib/x.py',
    '/root/.config/pip/pip.conf',
    '/tmp/requirements/',
    '/home/app/',
    '/opt/venv/lib/',
    '/opt/../etc/pip.conf',
  ])('does not pass a copy to %s, where package managers read or write', (to) => expect(order(copy('.', to), apt(['git']))).toBe('copy install'));

  it.each(['/app/', '/opt/word_count/', '/srv/x', '/usr/src/app/', '/workspace'])('passes a copy to %s', (to) => {
    expect(order(copy('.', to), apt(['git']))).toBe('install copy');
  });

  it('finds out where a relative destination is', () => {
    expect(order(workdir('/app'), workdir('src'), copy('.', './'), apt(['git']))).toBe('workdir workdir install copy');
    expect(order(workdir('/etc'), workdir('apt'), copy('.', './'), apt(['git']))).toBe('workdir workdir copy install');
    expect(order(copy('.', './'), apt(['git']))).toBe('copy install');
    expect(order(workdir([{ variable: 'HOME' }]), copy('.', './'), apt(['git']))).toBe('workdir copy install');
  });

  it('does not pass a copy to a place that the install, or an ENV before it, names', () => {
    const fromWheels = pip('requirements.txt', { options: ['--find-links=/wheels'] });
    expect(order(copy('wheels', '/wheels/'), fromWheels)).toBe('copy install');
    expect(order(copy('wheels', '/data/'), fromWheels)).toBe('install copy');
    const inEnvironment = pip('requirements.txt', { command: '/env/science/bin/pip install' });
    expect(order(copy('.', '/env/science/etc/'), inEnvironment)).toBe('copy install');
    expect(order(env({ PATH: ['/srv/env/bin:', { variable: 'PATH' }] }), copy('.', '/srv/env/'), apt(['git']))).toBe('env copy install');
  });

  it('does not move an install that names a relative path', () => {
    expect(order(copy('.', '/app/'), apt(['./tool.deb']))).toBe('copy install');
    expect(order(copy('.', '/app/'), pip('requirements.txt', { options: ['--find-links wheels'] }))).toBe('copy install');
    expect(order(copy('.', '/app/'), pip('requirements.txt', { packages: [{ value: '.', origin: at('pip', 0) }] }))).toBe('copy install');
    expect(order(copy('.', '/app/'), pip('requirements.txt', { options: ['--index-url https://mirror.example.org/simple'] }))).toBe('install copy');
  });
});
