import { describe, expect, it } from 'vitest';
import type { Entrypoint } from '../../src/ir/instruction.js';
import { shellFormCommand } from '../../src/rules/shell-form-command.js';
import { at, cmd, debian, entrypoint, from, fromStage, raw, shell, shellCmd } from '../support/instructions.js';

const shellEntrypoint = (line: string): Entrypoint => ({ ...entrypoint(), command: { form: 'shell', line } });

describe('shellFormCommand', () => {
  it('reports a command and an entry point that a shell runs, and writes the list', () => {
    expect(shellFormCommand.check(debian(shellEntrypoint('make  run -j2 CC=gcc'), shellCmd('java $OPTIONS -jar app.jar')))).toEqual([
      {
        origin: at('entrypoint'),
        message: '"make  run -j2 CC=gcc" is run by a shell, so that signals do not reach it unless the shell passes them on',
        hint: "write it as a list, entrypoint: ['make', 'run', '-j2', 'CC=gcc']",
      },
      {
        origin: at('cmd'),
        message: '"java $OPTIONS -jar app.jar" is run by a shell, so that signals do not reach it unless the shell passes them on',
        hint: "write it as a list, cmd: ['sh', '-c', 'exec …']",
      },
    ]);
  });

  it.each(['A=1 make', "echo 'it'", 'make && run', 'ls *.c', 'cd ~'])('offers a shell in a list where only a shell understands it: %s', (line) => {
    expect(shellFormCommand.check(debian(shellCmd(line))).map(({ hint }) => hint)).toEqual(["write it as a list, cmd: ['sh', '-c', 'exec …']"]);
  });

  it('accepts lists, and lines where the shell was set: here, in the stage below or in raw text', () => {
    expect(shellFormCommand.check(debian(entrypoint('make'), cmd('run')))).toEqual([]);
    expect(shellFormCommand.check(debian(shell('/bin/bash', '-c'), shellCmd('make run')))).toEqual([]);
    expect(shellFormCommand.check(debian(raw('SHELL ["/bin/bash", "-c"]'), shellCmd('make run')))).toEqual([]);
    const below = { name: 'tools', origin: at('stages', 'tools'), instructions: [from('debian:bookworm-slim'), shell('/bin/bash', '-c')] };
    const program = { ...debian(), stages: [below, { origin: at(), instructions: [fromStage('tools'), shellCmd('make run')] }] };
    expect(shellFormCommand.check(program)).toEqual([]);
  });

  it('reports a line before the shell is set', () => {
    expect(shellFormCommand.check(debian(shellCmd('make run'), shell('/bin/bash', '-c'))).map(({ origin }) => origin)).toEqual([at('cmd')]);
  });
});
