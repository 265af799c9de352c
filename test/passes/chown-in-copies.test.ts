import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { chownInCopies } from '../../src/passes/chown-in-copies.js';
import { apt, at, copy, debian, expose, file, from, raw, run, shell, shown, user, workdir } from '../support/instructions.js';

const sources = copy('src', '/opt/tides/');
const give = run('chown -R app:app /opt/tides');

describe('chownInCopies', () => {
  it('lets COPY give what was copied to its owner', () => {
    const program = debian(
      apt(['git']),
      run('useradd app', { generated: true }),
      sources,
      file('/opt/tides/etc/motd', 'High water\n'),
      expose('80'),
      give,
    );
    const given = chownInCopies.apply(program);
    expect(shown(given)).toBe(
      shown(
        debian(
          apt(['git']),
          run('useradd app', { generated: true }),
          { ...sources, chown: 'app:app' },
          { ...file('/opt/tides/etc/motd', 'High water\n'), chown: 'app:app' },
          expose('80'),
        ),
      ),
    );
    expect(given.stages[0]!.instructions[3]!.origins).toEqual([at('copy', 'src'), at('run', 'chown -R app:app /opt/tides')]);
  });

  it('leaves the group to root where the command does', () => {
    expect(shown(chownInCopies.apply(debian(copy('src', '/app'), run('chown --recursive 1000 /app/'))))).toBe(`
(copy (sources "src") (to "/app") (chown "1000:0"))
`);
  });

  it('gives a folder that was there by itself', () => {
    expect(shown(chownInCopies.apply(debian(workdir('/opt/tides'), copy('.', './'), give)))).toBe(`
(workdir "/opt/tides")
(copy (sources ".") (to "./") (chown "app:app"))
(run generated (commands ("chown app:app /opt/tides")))
`);
  });

  it('gives to another what was for somebody', () => {
    expect(shown(chownInCopies.apply(debian({ ...sources, chown: 'www-data' }, give)))).toBe(`
(copy (sources "src") (to "/opt/tides/") (chown "app:app"))
`);
  });

  it.each<readonly [string, readonly Instruction[]]>([
    ['what a command may have put there', [run('make install'), sources, give]],
    ['what was copied before the account was made', [sources, run('useradd app', { generated: true }), give]],
    ['what is not all that was copied there', [copy('texts', '/opt/'), sources, give]],
    ['a folder above', [sources, run('chown -R app:app /opt')]],
    ['a folder whose parent it would make', [copy('src', '/opt/tides/data/'), run('chown -R app:app /opt/tides/data')]],
    ['a place of the distribution', [copy('src', '/etc/tides/'), run('chown -R app:app /etc/tides')]],
    ['what comes from a stage', [{ ...sources, from: { stage: 'build' } }, give]],
    ['a layer that depends on none below', [{ ...sources, link: true }, give]],
    ['folders of the source', [{ ...sources, parents: true }, give]],
    ['a copy that is a layer of its own', [{ ...sources, layer: 'own' }, give]],
    ['a group that is not the command’s', [{ ...sources, chown: 'app:staff' }, run('chown -R app /opt/tides')]],
    ['the group of the account', [sources, run('chown -R app: /opt/tides')]],
    ['what else a command does', [sources, run('chown -R app:app /opt/tides && ldconfig')]],
    ['the folder alone', [sources, run('chown app:app /opt/tides')]],
    ['a layer of its own', [sources, { ...give, layer: 'own' }]],
    ['what must not be touched', [sources, { ...give, verbatim: true }]],
    ['a command with mounts', [sources, { ...give, mounts: [{ type: 'ssh' }] }]],
    ['another shell', [shell('pwsh', '-c'), sources, give]],
    ['what raw text may have done', [raw('COPY . /opt/tides'), sources, give]],
    ['other modes', [sources, run('chmod -R 755 /opt/tides')]],
  ])('leaves %s', (_, instructions) => {
    const program = debian(...instructions);
    expect(chownInCopies.apply(program)).toBe(program);
  });

  it('does so whoever the user is: COPY belongs to root', () => {
    expect(shown(chownInCopies.apply(debian(sources, user('root'), give)))).toBe(`
(copy (sources "src") (to "/opt/tides/") (chown "app:app"))
(user "root")
`);
  });

  it('leaves bases that it does not know, and other builders', () => {
    const program = debian(sources, give);
    const [stage] = program.stages;
    const unknown = { ...program, stages: [{ ...stage!, instructions: [from('registry.example.org/team/base:1'), sources, give] }] };
    expect(chownInCopies.apply(unknown)).toBe(unknown);
    const buildah = { ...program, dockerfile: { builder: 'buildah' as const, version: '1.33' } };
    expect(chownInCopies.apply(buildah)).toBe(buildah);
  });
});
