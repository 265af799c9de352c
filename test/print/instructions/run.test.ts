import { describe, expect, it } from 'vitest';
import type { Run, ShellCommand } from '../../../src/ir/instruction.js';
import { printRun } from '../../../src/print/instructions/run.js';
import { printOne, printOneWithHints } from '../../support/print-one.js';

const origins = [{ path: ['run', 0] }];

const instruction = (script: Run['script'], flags: Partial<Pick<Run, 'mounts' | 'network' | 'security'>> = {}): Run => ({
  kind: 'run',
  origins,
  script,
  mounts: [],
  verbatim: false,
  ...flags,
});
const print = (...run: Parameters<typeof instruction>) => printOne((context) => printRun(instruction(...run), context));
const faultsOf = (script: Run['script']) => printOneWithHints((context) => printRun(instruction(script), context)).faults;

const command = (line: string, ...words: readonly string[]): ShellCommand => ({ line, arguments: words, isolated: false });
const isolated = (line: string): ShellCommand => ({ line, arguments: [], isolated: true });
const commands = (...list: readonly ShellCommand[]): Run['script'] => ({ form: 'commands', commands: list });
const textOf = (script: Run['script'], flags = {}) => {
  const { text, faults } = print(script, flags);
  expect(faults).toEqual([]);
  return text;
};

describe('RUN of commands', () => {
  it('is one line where there is one command', () => {
    expect(textOf(commands(command('make install')))).toBe('RUN make install');
    expect(textOf(commands(command('pip install', '-r /tmp/requirements.txt')))).toBe('RUN pip install -r /tmp/requirements.txt');
  });

  it('has a command and a word a line', () => {
    expect(textOf(commands(command('apt-get update'), command('apt-get install -y', 'git', 'nano'), command('rm -rf /var/lib/apt/lists/*')))).toBe(
      `RUN apt-get update && \\
    apt-get install -y \\
        git \\
        nano && \\
    rm -rf /var/lib/apt/lists/*`,
    );
  });

  it('has a single word below a command that would become longer than 100 columns by it', () => {
    const options = `-o ${'x'.repeat(72)}`;
    expect(textOf(commands(command(`apt-get install ${options}`, 'nano')))).toBe(`RUN apt-get install ${options} nano`);
    expect(textOf(commands(command(`apt-get install ${options}`, 'nano1')))).toBe(`RUN apt-get install ${options} \\
        nano1`);
  });

  it('keeps in a subshell what could leak into the next command', () => {
    expect(textOf(commands(isolated('cd /src && make'), isolated('ls')))).toBe(`RUN ( cd /src && make ) && \\
    ( ls )`);
    expect(textOf(commands(isolated('cd /src && make')))).toBe('RUN cd /src && make');
  });

  it('has its flags first, one a line', () => {
    const mounts = [
      { type: 'cache', target: '/root/.cache/pip' },
      { type: 'secret', id: 'token' },
    ] as const;
    expect(textOf(commands(command('pip install numpy')), { mounts, network: 'none' })).toBe(`RUN --mount=type=cache,target=/root/.cache/pip \\
    --mount=type=secret,id=token,required=true \\
    --network=none \\
    pip install numpy`);
  });

  it.each([
    'echo $((1 << 2))',
    'echo $((1<<2))',
    'cat <<< x',
    '["ls", "-l"]',
    '[ 1 ]',
    '--help',
    '# nothing',
    ' ls',
    'ls\t',
    'printf %s x\\ ',
    'ls\nls',
    'echo tail \\\\',
  ])('stands in a heredoc, without set -e, where the builder would read something else: %j', (line) => {
    expect(textOf(commands(command(line)))).toBe(`RUN <<'EOF'\n${line}\nEOF`);
  });

  it.each(['[ -f x ] && ls', '[ -f x ]', '[ "$A" = "$B" ]', 'echo "# not a comment"', 'ls # a comment', 'echo -- --x', "echo 'it''s' \\$HOME"])(
    'stays on its line: %s',
    (line) => {
      expect(textOf(commands(command(line)))).toBe(`RUN ${line}`);
    },
  );

  it('stays on its lines where only an argument or a later command looks like a flag or a list', () => {
    const install = command('pip install', '--require-hashes', '--index-url=https://pypi.example.org/simple', '-r requirements.txt');
    expect(textOf(commands(command('apt-get update'), install, command('[ -f /x ]')))).toBe(`RUN apt-get update && \\
    pip install \\
        --require-hashes \\
        --index-url=https://pypi.example.org/simple \\
        -r requirements.txt && \\
    [ -f /x ]`);
    expect(textOf(commands(command('[ -f /x ]'), command('--help'), isolated('["ls"]')))).toBe(`RUN [ -f /x ] && \\
    --help && \\
    ( ["ls"] )`);
    expect(textOf(commands(isolated('--help'), command('ls')))).toBe(`RUN ( --help ) && \\
    ls`);
  });

  it('stands in a heredoc where the whole looks like a flag or a list', () => {
    expect(textOf(commands(command('["a'), command('b"]')))).toBe(`RUN <<'EOF'\n["a &&\nb"]\nEOF`);
    expect(textOf(commands(command('["a",', '"b"]')))).toBe(`RUN <<'EOF'\n["a", \\\n    "b"]\nEOF`);
    expect(textOf(commands(command('--help'), command('ls')), { network: 'none' })).toBe(`RUN --network=none <<'EOF'\n--help &&\nls\nEOF`);
  });

  it('joins commands on lines of their own where one could swallow the next', () => {
    expect(textOf(commands(isolated('cd /src # the sources'), command('server &'), command('ls', 'a', 'b')), { network: 'host' })).toBe(
      `RUN --network=host <<'EOF'
(
cd /src # the sources
) &&
{
server &
} &&
ls \\
    a \\
    b
EOF`,
    );
  });

  it('keeps an escaped backslash at the end of a word, where other commands follow', () => {
    expect(textOf(commands(command('echo', 'a\\\\', 'b'), command('ls \\\\')))).toBe("RUN <<'EOF'\necho \\\n    a\\\\ \\\n    b &&\nls \\\\\nEOF");
    expect(print(commands(command('echo \\\\\\'))).faults).toEqual(['"echo \\\\\\\\\\\\" ends with a backslash, which RUN cannot carry']);
  });

  it('refuses what neither a line nor a heredoc carries', () => {
    expect(faultsOf(commands(command('echo \\')))).toEqual([
      { message: '"echo \\\\" ends with a backslash, which RUN cannot carry', hint: 'end it otherwise: a last backslash says nothing' },
    ]);
    expect(print(commands(command('echo\r'))).faults).toEqual(['"echo\\r" has a carriage return, which RUN cannot carry']);
    expect(print(commands(command(`: ${'a '.repeat(70_000)}b`))).faults).toContain(
      `": ${'a '.repeat(27)}a…" is longer than 131071 bytes, which no program can be given`,
    );
    expect(print(commands()).faults).toContain('RUN has no command');
  });
});

describe('RUN of a script', () => {
  it('is a heredoc that fails at its first failing line', () => {
    expect(textOf({ form: 'script', text: 'cd /src\nmake\n' })).toBe(`RUN <<'EOF'\nset -e\ncd /src\nmake\nEOF`);
  });

  it.each(['set -e\nmake', 'set -eu\nmake', 'set -o pipefail -e\nmake', '#!/usr/bin/env python3\nprint(1)'])(
    'is left as it is when it decides that itself: %j',
    (text) => {
      expect(textOf({ form: 'script', text })).toBe(`RUN <<'EOF'\n${text}\nEOF`);
    },
  );

  it('ends at a word that is not in it', () => {
    expect(textOf({ form: 'script', text: '#!/bin/sh\ncat <<EOF\nEOF_2 \nEOF' })).toBe(`RUN <<'EOF_3'\n#!/bin/sh\ncat <<EOF\nEOF_2 \nEOF\nEOF_3`);
  });

  it('refuses a line that is too long', () => {
    expect(print({ form: 'script', text: `#!/bin/sh\n${'a'.repeat(65_536)}` }).faults).toEqual([
      `"#!/bin/sh\\n${'a'.repeat(47)}…" has a line of more than 65535 bytes, which RUN cannot carry`,
    ]);
  });
});

describe('RUN of an argument list', () => {
  it('is JSON, after its flags', () => {
    expect(textOf({ form: 'exec', argv: ['python3', '-c', 'print("a\nb")', '<<EOF'] }, { mounts: [{ type: 'tmpfs', target: '/t' }] })).toBe(
      `RUN --mount=type=tmpfs,target=/t \\\n    ["python3", "-c", "print(\\"a\\nb\\")", "<\\u003cEOF"]`,
    );
  });
});
