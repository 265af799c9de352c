import { describe, expect, it } from 'vitest';
import { dump } from '../../src/ir/dump.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';

const at = (...path: (string | number)[]) => ({ path });

function programOf(...instructions: readonly Instruction[]): Program {
  return { globalArgs: [], stages: [{ origin: at(), instructions }], ignore: [] };
}

const from: Instruction = {
  kind: 'from',
  origins: [at('base')],
  image: ['debian:', { variable: 'RELEASE', operator: ':-', word: 'bookworm' }, '-slim'],
};

describe('dump', () => {
  it('writes stages, arguments, target and ignore patterns', () => {
    const program: Program = {
      globalArgs: [
        { kind: 'arg', origins: [at('args')], name: 'RELEASE', default: ['bookworm'] },
        { kind: 'arg', origins: [at('args')], name: 'TOKEN_URL' },
      ],
      stages: [
        { name: 'build', origin: at('stages', 'build'), instructions: [from] },
        {
          origin: at(),
          instructions: [
            { kind: 'from', origins: [at('base')], stage: 'build' },
            { kind: 'cmd', origins: [at('cmd')], command: { form: 'shell', line: 'make run' } },
          ],
        },
      ],
      target: 'build',
      ignore: ['*.log'],
    };
    expect(dump(program)).toBe(`(program
  (arg RELEASE "bookworm")
  (arg TOKEN_URL)
  (stage build
    (from (text "debian:" (var RELEASE ":-" "bookworm") "-slim")))
  (stage
    (from (stage build))
    (cmd (shell "make run")))
  (target "build")
  (ignore "*.log"))
`);
  });

  it('writes what is added', () => {
    const add: Instruction = {
      kind: 'add',
      origins: [at('add', 0)],
      sources: [{ type: 'url', url: ['https://example.org/', { variable: 'VERSION' }] }],
      to: '/opt/',
      checksum: ['sha256:0'],
      unpack: true,
      exclude: [],
    };
    const sources = [
      { type: 'git' as const, repository: ['https://git.example.org/a.git'], ref: ['v1'], folder: 'docs' },
      { type: 'archive' as const, path: 'a.tar' },
    ];
    const { checksum: _, unpack: __, ...rest } = add;
    expect(dump(programOf(add, { ...rest, sources, keepGitDir: true }))).toBe(`(program
  (stage
    (add
      (sources (url (text "https://example.org/" (var VERSION))))
      (to "/opt/")
      (checksum "sha256:0")
      (unpack true))
    (add
      (sources (git "https://git.example.org/a.git" (ref "v1") (folder "docs")) (archive "a.tar"))
      (to "/opt/")
      (keep-git-dir true))))
`);
  });

  it('breaks a long instruction into its parts', () => {
    const run: Instruction = {
      kind: 'run',
      origins: [at('apt')],
      comment: 'System packages',
      script: {
        form: 'commands',
        commands: [
          { line: 'apt-get update', arguments: [], isolated: false },
          { line: 'apt-get install -y --no-install-recommends', arguments: ['build-essential', 'git'], isolated: false },
          { line: 'useradd app', arguments: [], isolated: true, comment: 'The user "app"' },
        ],
      },
      mounts: [{ type: 'cache', target: '/var/cache/apt', sharing: 'locked' }],
      verbatim: false,
    };
    expect(dump(programOf(run))).toBe(`(program
  (stage
    (run
      (comment "System packages")
      (mount cache (sharing "locked") (target "/var/cache/apt"))
      (commands
        ("apt-get update")
        ("apt-get install -y --no-install-recommends" "build-essential" "git")
        ("useradd app" isolated (comment "The user \\"app\\""))))))
`);
  });

  it('writes every kind of instruction', () => {
    const origins = [at('steps', 0)];
    const instructions: readonly Instruction[] = [
      { kind: 'env', origins, entries: [{ name: 'LANG', value: ['C.UTF-8'], origin: at('env', 'LANG') }] },
      { kind: 'label', origins, entries: [{ name: 'empty', value: [], origin: at('labels', 'empty') }] },
      { kind: 'shell', origins, argv: ['bash', '-c'] },
      { kind: 'workdir', origins, path: ['/opt/app'] },
      { kind: 'user', origins, user: 'app' },
      {
        kind: 'copy',
        origins,
        sources: ['src'],
        to: '/app/',
        from: { stage: 'build' },
        chown: 'app',
        link: true,
        exclude: ['*.log'],
        layer: 'own',
        changes: 'often',
      },
      { kind: 'file', origins, to: '/etc/motd', content: 'hi\n', expand: true },
      { kind: 'run', origins, script: { form: 'script', text: 'a\nb' }, mounts: [], network: 'none', verbatim: true, layer: 'own' },
      { kind: 'run', origins, script: { form: 'exec', argv: ['ls'] }, mounts: [], verbatim: false },
      { kind: 'expose', origins, ports: ['53/udp'] },
      { kind: 'volume', origins, paths: ['/data'] },
      { kind: 'healthcheck', origins },
      { kind: 'healthcheck', origins, command: { form: 'exec', argv: ['true'] }, interval: '30s', retries: 3 },
      { kind: 'stop-signal', origins, signal: 'SIGTERM' },
      { kind: 'entrypoint', origins, command: { form: 'exec', argv: ['snakemake'] } },
      { kind: 'raw', origins, text: 'MAINTAINER me' },
    ];
    expect(dump(programOf(...instructions))).toBe(`(program
  (stage
    (env ("LANG" "C.UTF-8"))
    (label ("empty" ""))
    (shell "bash" "-c")
    (workdir "/opt/app")
    (user "app")
    (copy
      (from stage build)
      (sources "src")
      (to "/app/")
      (chown "app")
      (link true)
      (exclude "*.log")
      (layer "own")
      (changes "often"))
    (file "/etc/motd" "hi\\n" expand)
    (run (network "none") verbatim (layer "own") (script "a\\nb"))
    (run (exec "ls"))
    (expose "53/udp")
    (volume "/data")
    (healthcheck none)
    (healthcheck (exec "true") (interval "30s") (retries 3))
    (stop-signal "SIGTERM")
    (entrypoint (exec "snakemake"))
    (raw "MAINTAINER me")))
`);
  });

  it('adds the origins when asked', () => {
    const cmd: Instruction = {
      kind: 'cmd',
      origins: [at('cmd'), { path: ['presets', 0], preset: { name: 'python', path: ['cmd', 0] } }],
      command: { form: 'exec', argv: ['snakemake'] },
    };
    expect(dump(programOf(cmd), { origins: true })).toBe(`(program
  (stage
    (cmd (exec "snakemake") (origins cmd ("python" cmd[0])))))
`);
  });
});
