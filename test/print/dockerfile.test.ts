import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import { originText, type OriginPath } from '../../src/origin.js';
import { printDockerfile } from '../../src/print/dockerfile.js';
import { verifyHeader } from '../../src/print/header.js';

const at = (...path: OriginPath) => ({ path });

const wordCount: Program = {
  globalArgs: [{ kind: 'arg', origins: [at('args', 'RELEASE')], name: 'RELEASE', default: ['bookworm'] }],
  stages: [
    {
      name: 'build',
      origin: at('stages', 'build'),
      instructions: [
        { kind: 'from', origins: [at('stages', 'build', 'base')], image: ['debian:', { variable: 'RELEASE' }, '-slim'] },
        {
          kind: 'run',
          origins: [at('stages', 'build', 'run', 0)],
          script: { form: 'script', text: 'cd /src\nmake' },
          mounts: [{ type: 'bind', source: 'src', target: '/src' }],
          verbatim: false,
        },
      ],
    },
    {
      origin: at(),
      instructions: [
        { kind: 'from', origins: [at('base')], image: ['debian:bookworm-slim'] },
        {
          kind: 'install',
          origins: [at('apt')],
          comment: 'System packages',
          manager: 'apt',
          prepare: ['apt-get update'],
          command: 'apt-get install -y --no-install-recommends',
          cacheOptions: [],
          noCacheOptions: [],
          packages: [
            { value: 'git', origin: at('apt', 1) },
            { value: 'nano', origin: at('apt', 0) },
          ],
          options: [],
          cleanup: ['rm -rf /var/lib/apt/lists/*'],
          caches: [],
          mounts: [],
          reads: [],
          environment: [],
          sortable: true,
          mergeable: true,
          caching: 'cleanup',
        },
        {
          kind: 'env',
          origins: [at('env')],
          entries: [
            { name: 'LANG', value: ['C.UTF-8'], origin: at('env', 'LANG') },
            { name: 'PATH', value: ['/opt/bin:', { variable: 'PATH' }], origin: at('env', 'PATH') },
          ],
        },
        { kind: 'workdir', origins: [at('workdir')], path: ['/opt/word_count'] },
        { kind: 'copy', origins: [at('copy', 'texts')], sources: ['texts'], to: 'texts/', exclude: [] },
        { kind: 'raw', origins: [at('raw', 0)], text: '' },
        {
          kind: 'copy',
          origins: [at('copy', 1)],
          comment: 'The compiler stays behind',
          sources: ['/src/count'],
          to: './',
          from: { stage: 'build' },
          exclude: [],
        },
        { kind: 'cmd', origins: [at('cmd')], command: { form: 'exec', argv: ['./count', '--all'] } },
        {
          kind: 'label',
          origins: [at('labels')],
          entries: [{ name: 'maintainer', value: ['Ada <ada@example.org>'], origin: at('labels', 'maintainer') }],
        },
      ],
    },
  ],
  ignore: [],
};

const body = `
ARG RELEASE=bookworm

FROM debian:\${RELEASE}-slim AS build

RUN --mount=type=bind,source=src,target=/src <<'EOF'
set -e
cd /src
make
EOF

FROM debian:bookworm-slim

# System packages
RUN apt-get update && \\
    apt-get install -y --no-install-recommends \\
        git \\
        nano && \\
    rm -rf /var/lib/apt/lists/*

ENV LANG=C.UTF-8 \\
    PATH=/opt/bin:\${PATH}

WORKDIR /opt/word_count
COPY texts texts/

# The compiler stays behind
COPY --from=build /src/count ./

CMD ["./count", "--all"]
LABEL maintainer="Ada <ada@example.org>"
`;

function print(program: Program, comments = true) {
  const report = createReport();
  return { ...printDockerfile(program, { comments }, report), diagnostics: report.diagnostics };
}

const programOf = (...instructions: readonly Instruction[]): Program => ({ globalArgs: [], stages: [{ origin: at(), instructions }], ignore: [] });

describe('printDockerfile', () => {
  it('lays a program out as a person would', () => {
    const { text, diagnostics } = print(wordCount);
    expect(diagnostics).toEqual([]);
    expect(verifyHeader(text)).toBe('ours');
    expect(text.split('\n').slice(2).join('\n')).toBe(body);
  });

  it('leaves out comments, not the header', () => {
    const { text } = print(wordCount, false);
    expect(
      text
        .split('\n')
        .slice(0, 2)
        .every((line) => line.startsWith('# ')),
    ).toBe(true);
    expect(text.split('\n').slice(2).join('\n')).toBe(body.replace(/# .*\n/g, ''));
  });

  it('has the comment of a joined command above that command', () => {
    const commands = [
      { line: 'make', arguments: [], isolated: false },
      { line: 'useradd', arguments: ['--uid=1000', 'app'], isolated: true, origins: [at('user')], comment: 'The user "app"\nowns nothing \\' },
    ];
    const program = programOf(
      { kind: 'from', origins: [at('base')], image: ['debian'] },
      { kind: 'run', origins: [at('run', 0)], script: { form: 'commands', commands }, mounts: [], verbatim: false },
    );
    const { text, origins } = print(program);
    expect(text.split('\n').slice(4).join('\n')).toBe(`
RUN make && \\
    # The user "app"
    # owns nothing
    ( useradd \\
        --uid=1000 \\
        app )
`);
    expect(origins.slice(5)).toEqual([[at('run', 0)], [at('user')], [at('user')], [at('user')], [at('user')], [at('user')]]);
    expect(print(program, false).text.split('\n').slice(4).join('\n')).toBe(`
RUN make && \\
    ( useradd \\
        --uid=1000 \\
        app )
`);
  });

  it('knows for each line who asked for it', () => {
    const { text, origins } = print(wordCount);
    const lines = text.split('\n').slice(0, -1);
    expect(origins.length).toBe(lines.length);
    const known = lines
      .map((line, index) => [line.trim(), origins[index]!.map(originText).join()])
      .filter(([line]) => /^(FROM d|#|git|nano|rm|LANG|PATH|ENV|make|LABEL)/.test(line!));
    expect(known.slice(2)).toEqual([
      ['FROM debian:${RELEASE}-slim AS build', 'stages.build.base'],
      ['make', 'stages.build.run[0]'],
      ['FROM debian:bookworm-slim', 'base'],
      ['# System packages', 'apt'],
      ['git \\', 'apt[1]'],
      ['nano && \\', 'apt[0]'],
      ['rm -rf /var/lib/apt/lists/*', 'apt,apt[1],apt[0]'],
      ['ENV LANG=C.UTF-8 \\', 'env.LANG'],
      ['PATH=/opt/bin:${PATH}', 'env.PATH'],
      ['# The compiler stays behind', 'copy[1]'],
      ['LABEL maintainer="Ada <ada@example.org>"', 'labels.maintainer'],
    ]);
    expect(origins[0]).toEqual([]);
    expect(origins[2]).toEqual([]);
  });

  it('reports every value that the language cannot carry, and where it was written', () => {
    const { diagnostics } = print(
      programOf(
        { kind: 'from', origins: [at('base')], image: ['debian'] },
        { kind: 'label', origins: [at('labels')], entries: [{ name: 'note', value: ['first\nsecond'], origin: at('labels', 'note') }] },
        { kind: 'env', origins: [at('env')], entries: [{ name: 'A=B', value: ['\u202e'], origin: at('env', 'A=B') }] },
      ),
    );
    expect(diagnostics).toEqual([
      {
        code: 'cannot-carry',
        severity: 'error',
        origin: at('labels', 'note'),
        message: '"first\\nsecond" has a newline, which LABEL cannot carry',
        hint: 'write the text to a file with "files", or set it in a script',
      },
      {
        code: 'cannot-carry',
        severity: 'error',
        origin: at('env', 'A=B'),
        message: '"A=B" cannot be a name of ENV',
        hint: 'leave "=" out of the name',
      },
      {
        code: 'cannot-carry',
        severity: 'error',
        origin: at('env', 'A=B'),
        message: '"\\u202e" has a bidirectional control character, which ENV cannot carry',
        hint: 'leave it out: it makes the text show in another order than it is read',
      },
    ]);
  });

  it('breaks a line that is too long, and refuses one that has no place to break', () => {
    const env = (value: string): Instruction => ({
      kind: 'env',
      origins: [at('env')],
      entries: [{ name: 'A', value: [value], origin: at('env', 'A') }],
    });
    const from: Instruction = { kind: 'from', origins: [at('base')], image: ['scratch'] };
    const { text, origins, diagnostics } = print(programOf(from, env('a'.repeat(100_000))));
    expect(diagnostics).toEqual([]);
    expect(text.split('\n').slice(-3)).toEqual([`ENV A=${'a'.repeat(59_994)}\\`, 'a'.repeat(40_006), '']);
    expect(origins.at(-1)).toEqual([at('env', 'A')]);
    expect(print(programOf(from, env(' '.repeat(100_000)))).diagnostics.map(({ message }) => message)).toEqual([
      `"ENV A=\\"${' '.repeat(50)}…" is too long for one line and has no place to break it`,
    ]);
  });

  it('lets a script fail at its first failing line in the shells that know set -e', () => {
    const from: Instruction = { kind: 'from', origins: [at('base')], image: ['debian'] };
    const run: Instruction = { kind: 'run', origins: [at('run', 0)], script: { form: 'script', text: 'a\nb' }, mounts: [], verbatim: false };
    const shell = (...argv: readonly string[]): Instruction => ({ kind: 'shell', origins: [at('shell')], argv });
    const stages = [
      { name: 'strict', origin: at('stages', 'strict'), instructions: [from, shell('/bin/bash', '-c'), run] },
      { name: 'python', origin: at('stages', 'python'), instructions: [from, shell('python3', '-c'), run] },
      { origin: at(), instructions: [{ kind: 'from' as const, origins: [at('base')], stage: 'python' }, run] },
    ];
    const { text } = print({ globalArgs: [], stages, ignore: [] });
    expect(text.match(/<<'EOF'\n.*/g)).toEqual(["<<'EOF'\nset -e", "<<'EOF'\na", "<<'EOF'\na"]);
  });

  it('says which stage is the image where it is not the last one', () => {
    const from: Instruction = { kind: 'from', origins: [at('base')], image: ['debian'] };
    const stages = [
      { name: 'docs', origin: at('stages', 'docs'), instructions: [from] },
      { origin: at(), instructions: [from] },
    ];
    const { text, origins } = print({ globalArgs: [], stages, target: 'docs', ignore: [] });
    expect(text.split('\n').slice(2)).toEqual([
      '',
      '# The image is the stage "docs": docker build --target docs .',
      '',
      'FROM debian AS docs',
      '',
      'FROM debian',
      '',
    ]);
    expect(origins).toEqual([[], [], [], [], [], [at('base')], [], [at('base')]]);
  });
});
