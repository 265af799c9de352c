import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { mergeRuns } from '../../src/passes/merge-runs.js';
import { unfinishedCommand } from '../../src/rules/unfinished-command.js';
import { at, debian, run } from '../support/instructions.js';

/** What a shell says of the grammar alone: it runs nothing. */
const isTaken = (line: string) => spawnSync('sh', ['-n', '-c', line]).status === 0;

const messagesOf = (...instructions: readonly Instruction[]) => unfinishedCommand.check(debian(...instructions)).map(({ message }) => message);

describe('unfinishedCommand', () => {
  it('reports each piece of a command, also when runs were merged', () => {
    const program = debian(run('for x in 1 2; do'), run('echo "$x"'), run('done'));
    const finding = (line: string) => ({
      origin: at('run', line),
      message: `"${line}" is a piece of a command, and each run has a shell of its own`,
      hint: 'write all of the command as one text, with line breaks in it',
    });
    const findings = [finding('for x in 1 2; do'), finding('done')];
    expect(unfinishedCommand.check(program)).toEqual(findings);
    expect(unfinishedCommand.check(mergeRuns.apply(program))).toEqual(findings);
  });

  it('reports it in a trigger', () => {
    expect(messagesOf({ kind: 'onbuild', origins: [at('onbuild')], instruction: run('make &&') })).toEqual([
      '"make &&" is a piece of a command, and each run has a shell of its own',
    ]);
  });

  it.each([
    'if test -e /a; then',
    'then make',
    'do',
    'done | sort > /a',
    'elif true',
    'else',
    'fi; make',
    'esac',
    '}',
    'setup() { true; } && {',
    ') > /a',
    'make |',
    'make ||',
    '&& make install',
    '; make',
    'a; (',
  ])('reports %j, which no shell takes', (line) => {
    expect(messagesOf(run(line))).toHaveLength(1);
    expect(isTaken(line)).toBe(false);
  });

  it.each([
    'for x in 1 2; do echo "$x"; done',
    'if true; then true; fi',
    'donewell',
    'done-it',
    'else.sh',
    'echo done',
    'echo do',
    'echo "a; do"',
    'true # first a; do',
    "grep -c 'a &&' /b",
    'grep a\\|',
    'find . -name a\\; do',
    'sleep 1 &',
    '{ true; }',
    '( true )',
    'case a in a) true;; esac',
    'make;',
  ])('accepts %j, which a shell takes', (line) => {
    expect(messagesOf(run(line))).toEqual([]);
    expect(isTaken(line)).toBe(true);
  });

  it('says nothing of other shells', () => {
    const pwsh = { kind: 'shell' as const, origins: [at('shell')], argv: ['pwsh', '-c'] };
    expect(messagesOf(pwsh, run('} else'))).toEqual([]);
  });

  it('says nothing of the exec form, which no shell reads', () => {
    expect(messagesOf(run('done', { script: { form: 'exec', argv: ['done'] } }))).toEqual([]);
  });
});
