import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { printDockerignore } from '../../src/print/dockerignore.js';
import { stripHeader, verifyHeader } from '../../src/print/header.js';
import { fromImage, programOf } from '../support/print-instructions.js';

const origins = [{ path: ['copy'] }];
const copy = (...sources: readonly string[]): Instruction => ({ kind: 'copy', origins, sources, to: '/app/', exclude: [] });
const ignoreOf = (...instructions: readonly Instruction[]) =>
  stripHeader(printDockerignore(programOf({ final: [fromImage('scratch'), ...instructions] })));

const never = `
# Never taken along with the folder that they are in.
**/.git
**/.env
**/.env.*
**/.venv
**/__pycache__
`;

describe('printDockerignore', () => {
  it('has the header', () => {
    expect(verifyHeader(printDockerignore(programOf({ final: [fromImage('scratch')] })))).toBe('ours');
  });

  it('allows what COPY and bind mounts name, from whichever stage, and nothing else', () => {
    const run: Instruction = {
      kind: 'run',
      origins,
      script: { form: 'exec', argv: ['make'] },
      mounts: [
        { type: 'bind', source: 'Makefile', target: '/Makefile' },
        { type: 'bind', source: 'x', from: 'build', target: '/x' },
        { type: 'cache', target: '/c' },
      ],
      verbatim: false,
    };
    const fromStage: Instruction = { ...copy('/opt/venv'), from: { stage: 'build' } } as Instruction;
    const program = programOf({
      build: [fromImage('scratch'), copy('./src/', '/two words.txt'), run],
      final: [fromImage('scratch'), fromStage, copy('*.txt', 'src')],
    });
    expect(stripHeader(printDockerignore(program))).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
!*.txt
!Makefile
!src
!two words.txt
${never}`);
  });

  it('takes a variable for anything, slashes too', () => {
    const arch = { variable: 'ARCH' };
    const sources = [
      ['bin/', arch, '/tide'],
      ['tool-', arch, '.gz'],
      ['list-', arch],
      [arch, '.txt'],
      ['a', arch, '/b/', arch, '/c'],
      ['in/', arch],
    ];
    const instruction: Instruction = { kind: 'copy', origins, sources, to: '/app/', exclude: [] };
    expect(
      ignoreOf(instruction)
        .split('\n')
        .filter((line) => line.startsWith('!')),
    ).toEqual(['!**/*.txt', '!a*/**/c', '!bin/**/tide', '!in/**', '!list-*', '!tool-*.gz', '!tool-*/**/*.gz']);
  });

  it('allows nothing where nothing is copied', () => {
    expect(ignoreOf()).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
${never}`);
  });

  it.each(['.', './', '/', '*', 'src/..'])('keeps only its own files back where everything is copied: %s', (source) => {
    expect(ignoreOf(copy(source, 'src'))).toBe(`# The Dockerfile copies the whole folder; a change in these changes nothing in it.
image.ts
Dockerfile
Dockerfile.dockerignore
*.Dockerfile
*.Dockerfile.dockerignore
.dockerignore
${never}`);
  });

  it.each([
    ['image.json', 'image.json'],
    ['#[tide]*.mts', '\\#\\[tide\\]\\*.mts'],
    ['!ebb\n.ts', '\\!ebb?.ts'],
  ])('keeps back the definition file by its name, and the Dockerfile that is asked for: %j', (source, pattern) => {
    const program = programOf({ final: [fromImage('scratch'), copy('.')] });
    expect(stripHeader(printDockerignore(program, { source, output: 'docker/Tide' })))
      .toBe(`# The Dockerfile copies the whole folder; a change in these changes nothing in it.
${pattern}
Dockerfile
Dockerfile.dockerignore
*.Dockerfile
*.Dockerfile.dockerignore
docker/Tide
docker/Tide.dockerignore
.dockerignore
${never}`);
  });

  it('allows what is named, and what is in it', () => {
    expect(ignoreOf(copy('.venv', 'src/__pycache__/tide.pyc', 'src'))).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
!.venv
!src
!src/__pycache__/tide.pyc
${never}!.venv
!src/__pycache__/tide.pyc
`);
  });

  it('allows a secret that is named', () => {
    expect(ignoreOf(copy('conf/.env', '.git/HEAD'))).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
!.git/HEAD
!conf/.env
${never}!.git/HEAD
!conf/.env
`);
  });

  it('clamps paths that lead out of the context, as the builder does', () => {
    expect(ignoreOf(copy('../../secrets'))).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
!secrets
${never}`);
  });

  it('puts the patterns of "ignore" last, in their order', () => {
    const program = { ...programOf({ final: [fromImage('scratch'), copy('src')] }), ignore: ['**/*.log', '!src/keep.log'] };
    expect(stripHeader(printDockerignore(program))).toBe(`# What the Dockerfile copies, and nothing else, goes to the builder.
*
!src
${never}
# "ignore" of image.ts.
**/*.log
!src/keep.log
`);
  });
});
