import { describe, expect, it } from 'vitest';
import { shareInstalls } from '../../src/passes/share-installs.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program, Stage } from '../../src/ir/program.js';
import { apt, at, copy, debian, env, from, fromStage, pip, run, shell, user } from '../support/instructions.js';

const venv = copyFrom('build');

function copyFrom(stage: string) {
  return copy('/opt/venv', '/opt/venv', { from: { stage } });
}

/** What nothing reaches is not built: it has nothing to gain. */
function program(build: readonly Instruction[], final: readonly Instruction[], more: readonly Stage[] = []): Program {
  return { ...debian(), stages: [...more, { name: 'build', origin: at(), instructions: build }, { origin: at(), instructions: final }] };
}

const bookworm = from('debian:bookworm-slim');
const toolchain = apt(['gcc', 'python3', 'python3-venv']);
const runtime = apt(['jq', 'python3']);

/** What it stands on, or which packages it asks for, or else its kind. */
function installed(instruction: Instruction) {
  if (instruction.kind === 'from') return instruction.stage ?? instruction.image;
  return instruction.kind === 'install' ? instruction.packages.map(({ value }) => value) : instruction.kind;
}

describe('shareInstalls', () => {
  it('installs once, below both, what two stages install', () => {
    const shared = shareInstalls.apply(program([bookworm, toolchain, pip('requirements.txt')], [bookworm, runtime, venv]));
    const [python, jq] = [runtime.packages[1]!, runtime.packages[0]!];
    const base = { ...toolchain, packages: [toolchain.packages[1]!], origins: [...toolchain.origins, python.origin], group: 'lasting' as const };
    expect(shared).toEqual(
      program(
        [fromStage('base'), { ...toolchain, packages: [toolchain.packages[0]!, toolchain.packages[2]!] }, pip('requirements.txt')],
        [fromStage('base'), { ...runtime, packages: [jq] }, venv],
        [{ name: 'base', origin: at(), instructions: [bookworm, base] }],
      ),
    );
    expect(shareInstalls.apply(shared)).toBe(shared);
  });

  it('shares what some of the stages install, and leaves others alone', () => {
    const extension = { name: 'extension', origin: at(), instructions: [bookworm, apt(['gcc', 'python3-dev']), run('make')] };
    const final = [bookworm, runtime, venv, copyFrom('extension')];
    const shared = shareInstalls.apply(program([bookworm, apt(['python3', 'python3-venv'])], final, [extension]));
    expect(shared.stages.map(({ name, instructions }) => [name, ...instructions.map(installed)])).toEqual([
      ['extension', bookworm.image, ['gcc', 'python3-dev'], 'run'],
      ['base', bookworm.image, ['python3']],
      ['build', 'base', ['python3-venv']],
      [undefined, 'base', ['jq'], 'copy', 'copy'],
    ]);
    expect(shareInstalls.apply(shared)).toBe(shared);
  });

  it('begins with what gains most: what all install may be less than what two do', () => {
    const stages = [
      [bookworm, apt(['gcc', 'jq', 'python3'])],
      [bookworm, apt(['gcc', 'python3', 'tidy'])],
      [bookworm, apt(['python3', 'tree'])],
    ].map((instructions, index): Stage => ({ name: `stage-${index}`, origin: at(), instructions }));
    const shared = shareInstalls.apply(program([bookworm], [bookworm, ...stages.map(({ name }) => copyFrom(name!))], stages));
    expect(shared.stages.map(({ name, instructions }) => [name, ...instructions.map(installed)]).slice(0, -2)).toEqual([
      ['base', bookworm.image, ['gcc', 'python3']],
      ['stage-0', 'base', ['jq']],
      ['stage-1', 'base', ['tidy']],
      ['stage-2', bookworm.image, ['python3', 'tree']],
    ]);
  });

  it('shares what all of three install, where each two have more in common', () => {
    const stages = [
      ['make', 'ruby', 'texlive-full'],
      ['cmake', 'make', 'texlive-full'],
      ['cmake', 'ruby', 'texlive-full'],
    ].map((packages, index): Stage => ({ name: `stage-${index}`, origin: at(), instructions: [bookworm, apt(packages)] }));
    const shared = shareInstalls.apply(program([bookworm], [bookworm, ...stages.map(({ name }) => copyFrom(name!))], stages));
    expect(shared.stages.map(({ name, instructions }) => [name, ...instructions.map(installed)]).slice(0, -2)).toEqual([
      ['base', bookworm.image, ['texlive-full']],
      ['stage-0', 'base', ['make', 'ruby']],
      ['stage-1', 'base', ['cmake', 'make']],
      ['stage-2', 'base', ['cmake', 'ruby']],
    ]);
  });

  it('leaves no request without packages, and takes shell and user along', () => {
    const settings = [shell('bash', '-c'), user('root')] as const;
    const given = program([bookworm, ...settings, toolchain, run('make')], [bookworm, ...settings, apt(['python3', 'python3-venv']), venv]);
    const kinds = shareInstalls.apply(given).stages.map(({ name, instructions }) => [name, ...instructions.map(({ kind }) => kind)]);
    expect(kinds).toEqual([
      ['base', 'from', 'shell', 'user', 'install'],
      ['build', 'from', 'install', 'run'],
      [undefined, 'from', 'copy'],
    ]);
  });

  it('finds a name that is free', () => {
    const taken = [{ name: 'base', origin: at(), instructions: [from('alpine:3.20')] }];
    expect(
      shareInstalls.apply(program([bookworm, toolchain], [bookworm, runtime, venv, copyFrom('base')], taken)).stages.map(({ name }) => name),
    ).toEqual(['base', 'shared', 'build', undefined]);
  });

  it('takes no name of a context or an image', () => {
    const tides = { name: 'tides', origin: at(), instructions: [from('shared')] };
    const images = copy('/usr/bin/jq', '/usr/bin/', { from: { image: 'base-2' } });
    const given = program([bookworm, toolchain], [bookworm, runtime, venv, copyFrom('tides'), images], [tides]);
    const names = shareInstalls.apply({ ...given, contexts: [{ name: 'base' }] }).stages.map(({ name }) => name);
    expect(names).toEqual(['tides', 'base-3', 'build', undefined]);
  });

  it.each<[string, readonly Instruction[], readonly Instruction[]]>([
    ['on other bases', [bookworm, toolchain], [from('debian:trixie-slim'), runtime]],
    ['that have no package in common', [bookworm, apt(['gcc'])], [bookworm, apt(['python3'])]],
    ['that share too little', [bookworm, apt(['gcc', 'jq'])], [bookworm, apt(['tidy', 'jq'])]],
    ['with other settings before', [bookworm, shell('bash', '-c'), toolchain], [bookworm, runtime]],
    ['with variables before', [bookworm, env({ A: '1' }), toolchain], [bookworm, env({ A: '1' }), runtime]],
    ['with versions', [bookworm, apt(['gcc', 'python3', 'python3-venv=3.11.2-1+b1'])], [bookworm, runtime]],
    ['with requests of another kind', [bookworm, toolchain], [bookworm, { ...runtime, command: 'apt-get install' }]],
    ['with options', [bookworm, { ...toolchain, options: ['-t', 'x'] }], [bookworm, { ...runtime, options: ['-t', 'x'] }]],
    ['on a base with triggers', [{ ...bookworm, triggers: [run('make')] }, toolchain], [{ ...bookworm, triggers: [run('make')] }, runtime]],
    ['on bases of Windows', [{ ...bookworm, shell: ['cmd', '/S', '/C'] }, toolchain], [{ ...bookworm, shell: ['cmd', '/S', '/C'] }, runtime]],
  ])('leaves stages alone %s', (_, build, final) => {
    const given = program(build, [...final, venv]);
    expect(shareInstalls.apply(given)).toBe(given);
  });

  it('leaves a stage alone that nothing reaches', () => {
    const given = program([bookworm, toolchain], [bookworm, runtime]);
    expect(shareInstalls.apply(given)).toBe(given);
  });
});
