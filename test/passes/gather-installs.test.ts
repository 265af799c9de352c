import { describe, expect, it } from 'vitest';
import { gatherInstalls } from '../../src/passes/gather-installs.js';
import { apt, at, copy, debian, env, label, pip, raw, run, shell, user } from '../support/instructions.js';

const python = apt([], { origins: [at('pip')], comment: 'Python', packages: [{ value: 'python3', origin: at('pip') }] });

describe('gatherInstalls', () => {
  it('makes one request, in the place of the first, of all that agree', () => {
    const program = debian(apt(['git', 'curl'], { comment: 'System packages' }), label({ title: 'x' }), copy('.', '/app/'), python);
    const gathered = {
      ...apt([]),
      origins: [at('apt'), at('pip')],
      comment: 'System packages\nPython',
      packages: [
        { value: 'git', origin: at('apt', 0) },
        { value: 'curl', origin: at('apt', 1) },
        { value: 'python3', origin: at('pip') },
      ],
    };
    expect(gatherInstalls.apply(program)).toEqual(debian(gathered, label({ title: 'x' }), copy('.', '/app/')));
  });

  it('reads each file once', () => {
    const read = pip('requirements.txt').reads[0]!;
    const again = { ...read, origin: at('pip', 'constraints') };
    const other = { source: 'extra.txt', target: '/tmp/requirements/extra.txt', origin: at('pip', 'extra') };
    const program = debian(pip('requirements.txt'), pip('requirements.txt', { reads: [again, other] }));
    expect(gatherInstalls.apply(program)).toEqual(
      debian(pip('requirements.txt', { origins: [at('pip'), at('pip', 'constraints')], reads: [read, other] })),
    );
  });

  it.each([
    ['is not mergeable', { mergeable: false }],
    ['has another preparation', { prepare: [] }],
    ['has another command', { command: 'apt-get install -y --no-install-recommends' }],
    ['has other options', { options: ['-t bookworm-backports'] }],
    ['has another environment', { environment: [{ name: 'DEBIAN_FRONTEND', value: 'noninteractive' }] }],
    ['has other mounts', { mounts: [{ type: 'secret' as const, id: 'token' }] }],
    ['has another manager', { manager: 'apk' }],
    ['may not be sorted', { sortable: false }],
  ])('keeps apart a request that %s', (_, difference) => {
    const program = debian(apt(['git']), apt(['curl'], difference));
    expect(gatherInstalls.apply(program)).toBe(program);
  });

  it.each([
    ['USER', user('app')],
    ['SHELL', shell('bash', '-c')],
    ['ENV', env({ http_proxy: 'http://proxy:3128' })],
    ['RUN', run('add-repository')],
    ['a verbatim RUN', run('add-repository', { verbatim: true })],
    ['raw text', raw('USER app')],
    ['a copy of its configuration', copy('sources.list', '/etc/apt/sources.list')],
    ['another install', pip('requirements.txt')],
  ])('does not carry a request past %s', (_, barrier) => {
    const program = debian(apt(['git']), barrier, apt(['curl']));
    expect(gatherInstalls.apply(program)).toBe(program);
  });
});
