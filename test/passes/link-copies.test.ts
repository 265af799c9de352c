import { describe, expect, it } from 'vitest';
import { linkCopies } from '../../src/passes/link-copies.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import { apt, at, copy, debian, from, fromStage, raw, run, user, volume, workdir } from '../support/instructions.js';

const venv = copy('/opt/venv', '/opt/venv', { from: { stage: 'build' } });

/** With a stage to copy from. */
function program(...instructions: readonly Instruction[]): Program {
  const build = { name: 'build', origin: at(), instructions: [from('debian:bookworm-slim')] };
  return { ...debian(), stages: [build, ...debian(...instructions).stages] };
}

describe('linkCopies', () => {
  it('links what comes from a stage to a folder for applications', () => {
    const tools = copy('/out', '/srv/tools/', { from: { stage: 'build' }, chown: '1000:1000' });
    const set = [apt(['python3']), run('useradd app', { generated: true }), workdir('/opt')] as const;
    expect(linkCopies.apply(program(...set, venv, tools))).toEqual(program(...set, { ...venv, link: true }, { ...tools, link: true }));
  });

  it.each<[string, readonly Instruction[]]>([
    ['files of the context', [copy('.', '/opt/tides/')]],
    ['what goes elsewhere', [{ ...venv, to: '/usr/local/bin/' }]],
    ['the folder itself', [{ ...venv, to: '/opt/' }]],
    ['a target that is not known', [{ ...venv, to: [{ variable: 'PLACE' }] }]],
    ['an owner by name', [{ ...venv, chown: 'app' }]],
    ['an owner that a variable holds', [{ ...venv, chown: [{ variable: 'ID' }] }]],
    ['modes', [{ ...venv, chmod: '755' }]],
    ['what the author has decided', [{ ...venv, link: false }]],
    ['what a command may have made a link', [run('ln -s /data /opt'), venv]],
    ['what raw text may have', [raw('VOLUME /opt'), venv]],
    ['what stands on a volume', [volume('/opt'), venv]],
  ])('leaves %s alone', (_, instructions) => {
    const given = program(...instructions);
    expect(linkCopies.apply(given)).toBe(given);
  });

  it('links what gets a folder of its own at the root of a base that is known to have none of that name', () => {
    const app = copy('/app/', '/app/', { from: { stage: 'build' } });
    const known = (...instructions: readonly Instruction[]) => {
      const given = program(...instructions);
      const [, ...rest] = given.stages.at(-1)!.instructions;
      return {
        ...given,
        stages: [given.stages[0]!, { origin: at(), instructions: [{ ...from('debian:bookworm-slim'), standardRoot: true as const }, ...rest] }],
      };
    };
    expect(linkCopies.apply(known(app))).toEqual(known({ ...app, link: true }));
    expect(linkCopies.apply(known(workdir('/app'), app))).toEqual(known(workdir('/app'), { ...app, link: true }));
    for (const given of [program(app), known({ ...app, to: '/etc/' }), known({ ...app, to: '/' }), known(user('tides'), workdir('/app'), app)])
      expect(linkCopies.apply(given)).toBe(given);
  });

  it.each<[string, readonly Instruction[]]>([
    ["a user's files beside it", [copy('tool', '/opt/venv/bin/', { chown: '1000' })]],
    ['files with modes of their own beside it', [copy('tool', '/opt/venv/bin/', { chmod: '700' })]],
    ['a folder that it goes into', [copy('opt', '/opt/')]],
    ['files inside it', [copy('tool', '/opt/venv/lib/tides/share/')]],
    ['files of which nobody knows the place', [copy('tool', './')]],
    ['a working directory, which is of the user of the base', [workdir('/opt/venv')]],
  ])('leaves the folders of %s as they are', (_, before) => {
    const given = program(...before, copy('/opt/venv/lib', '/opt/venv/lib/tides', { from: { stage: 'build' } }));
    expect(linkCopies.apply(given)).toBe(given);
  });

  it('stands beside files that are in no folder of its own', () => {
    const before = [copy('tides.csv', '/opt/data/', { chown: '1000' }), copy('service.py', '/opt/service/'), workdir('/srv/tides')];
    expect(linkCopies.apply(program(...before, venv))).toEqual(program(...before, { ...venv, link: true }));
  });

  it('looks at what a stage stands on', () => {
    const on = (...below: readonly Instruction[]): Program => {
      const base = { name: 'base', origin: at(), instructions: [from('debian:bookworm-slim'), ...below] };
      return { ...program(), stages: [program().stages[0]!, base, { origin: at(), instructions: [fromStage('base'), venv] }] };
    };
    expect(linkCopies.apply(on(apt(['python3']))).stages.at(-1)?.instructions).toEqual([fromStage('base'), { ...venv, link: true }]);
    const changed = on(run('ln -s /data /opt'));
    expect(linkCopies.apply(changed)).toBe(changed);
  });

  it('leaves builders alone that do not have it', () => {
    const given: Program = { ...program(venv), dockerfile: { builder: 'legacy' } };
    expect(linkCopies.apply(given)).toBe(given);
  });
});
