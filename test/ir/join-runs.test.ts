import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/ir/instruction.js';
import { joinRuns } from '../../src/ir/join-runs.js';
import { at, run } from '../support/instructions.js';

const bash = ['/bin/bash', '-eo', 'pipefail', '-c'];

const plain = (line: string) => ({ line, arguments: [], isolated: false });

describe('joinRuns', () => {
  it('appends the commands of the second, and keeps origins and comments of both where they belong', () => {
    expect(joinRuns({ ...run('make'), comment: 'Build' }, { ...run('make install', { isolated: true }), comment: 'Install' }, bash)).toEqual({
      kind: 'run',
      origins: [at('run', 'make'), at('run', 'make install')],
      comment: 'Build',
      script: {
        form: 'commands',
        commands: [
          { line: 'make', arguments: [], isolated: false, origins: [at('run', 'make')] },
          { line: 'make install', arguments: [], isolated: true, origins: [at('run', 'make install')], comment: 'Install' },
        ],
      },
      mounts: [],
      verbatim: false,
    });
  });

  it('isolates an alternative, which would otherwise stand in for the first command', () => {
    expect(joinRuns(run('make'), run('make check || true'), undefined)?.script).toEqual({
      form: 'commands',
      commands: [
        { line: 'make', arguments: [], isolated: false, origins: [at('run', 'make')] },
        { line: 'make check || true', arguments: [], isolated: true, origins: [at('run', 'make check || true')] },
      ],
    });
  });

  it('is generated only where both are', () => {
    const generated = run('useradd app', { generated: true });
    expect(joinRuns(generated, generated, undefined)?.generated).toBe(true);
    expect(joinRuns(generated, run('make'), undefined)?.generated).toBe(false);
    expect(joinRuns(run('make'), generated, undefined)?.generated).toBe(undefined);
  });

  it('takes what is left out for the default', () => {
    expect(joinRuns(run('a', { network: 'default' }), run('b', { security: 'sandbox' }), undefined)).toBeDefined();
  });

  it.each<[string, Run]>([
    ['a verbatim run', run('b', { verbatim: true })],
    ['a script', run('b', { script: { form: 'script', text: 'a\nb\n' } })],
    ['the exec form', run('b', { script: { form: 'exec', argv: ['b'] } })],
    ['another network', run('b', { network: 'none' })],
    ['another security', run('b', { security: 'insecure' })],
    ['other mounts', run('b', { mounts: [{ type: 'ssh' }] })],
    ['several lines', run('b\nc')],
    ['a sequence, whose failures `&&` would hide', run('set -e; b; c')],
    ['a background process', run('server & client')],
    ['a comment', run('make # all')],
    ['a list that an alternative ends', run('', { script: { form: 'commands', commands: [plain('a'), plain('b || true')] } })],
    ['a heredoc', run('cat <<X')],
    ['a backslash at the end', run('make \\')],
    ['more than a kernel takes', run(`echo ${'x'.repeat(32_000)}`)],
  ])('refuses %s, on either side', (_, other) => {
    expect(joinRuns(run('a'), other, undefined)).toBe(undefined);
    expect(joinRuns(other, run('a'), undefined)).toBe(undefined);
  });

  it.each(['make 2>&1', 'make &>log', 'a && b', 'find . -exec rm {} \\;', 'echo a#b', 'echo \\\\ x'])('joins %s', (line) => {
    expect(joinRuns(run(line), run('b'), undefined)).toBeDefined();
  });

  it('knows the shells that have subshells', () => {
    expect(
      [['/bin/sh', '-c'], ['bash'], ['busybox', 'sh'], ['pwsh', '-c'], []].map((shell) => joinRuns(run('a'), run('b'), shell) !== undefined),
    ).toEqual([true, true, false, false, false]);
  });
});
