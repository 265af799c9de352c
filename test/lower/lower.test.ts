import { expect, it } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { lower } from '../../src/lower/lower.js';
import { at, faults, image, located, lowered, loweredImage, pip, run, stage, system, user } from './specs.js';

it('lowers the word-count project, in the order that serves it', () => {
  const spec = stage('debian:bookworm-slim', {
    args: [{ name: 'VERSION', default: ['0.1'], scope: 'stage', origin: at('args', 'VERSION') }],
    shell: { value: ['bash', '-c'], origin: at('shell') },
    env: [{ name: 'LANG', value: ['C.UTF-8'], origin: at('env', 'LANG') }],
    system: [system('apt', ['nano', 'build-essential'])],
    pip: pip(['numpy', 'snakemake[reports]']),
    user: user('app', { uid: 1000 }),
    workdir: { value: ['/opt/word_count'], origin: at('workdir') },
    steps: [{ kind: 'copy', from: ['.'], to: '/opt/word_count/', exclude: [], origin: at('copy', '.') }, run('make install')],
    expose: located(['8080'], 'expose'),
    volumes: located(['/data'], 'volumes'),
    healthcheck: { kind: 'none', origin: at('healthcheck') },
    stopSignal: { value: 'SIGINT', origin: at('stopSignal') },
    entrypoint: { command: { form: 'exec', argv: ['tini', '--'] }, origin: at('entrypoint') },
    cmd: { command: { form: 'exec', argv: ['snakemake'] }, origin: at('cmd') },
    labels: [{ name: 'maintainer', value: ['someone@example.org'], origin: at('labels', 'maintainer') }],
    raw: located(['ONBUILD RUN true'], 'raw'),
  });
  expect(lowered(spec)).toBe(`(program
  (stage
    (from "debian:bookworm-slim")
    (shell "bash" "-c")
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
      (cache-options "-o Dir::Cache::archives=kept" "-o Dir::Cache::srcpkgcache=kept.index")
      (packages "nano" "build-essential" "python3" "python3-venv")
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (traces
        "rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable)
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "numpy" "snakemake[reports]")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable)
    (env ("PATH" (text "/opt/venv/bin:" (var PATH))))
    (arg VERSION "0.1")
    (env ("LANG" "C.UTF-8"))
    (run
      (comment "The user \\"app\\"")
      generated
      (commands ("SOURCE_DATE_EPOCH=0 useradd --create-home --shell /bin/sh --uid 1000 app")))
    (workdir "/opt/word_count")
    (copy (sources ".") (to "/opt/word_count/"))
    (run (commands ("make install")))
    (expose "8080")
    (volume "/data")
    (user "app")
    (healthcheck none)
    (stop-signal "SIGINT")
    (entrypoint (exec "tini" "--"))
    (cmd (exec "snakemake"))
    (label ("maintainer" "someone@example.org"))
    (raw "ONBUILD RUN true")))
`);
});

it('keeps stages, target, global arguments and ignore patterns', () => {
  const release = { name: 'RELEASE', default: ['bookworm'], scope: 'global' as const, origin: at('args', 'RELEASE') };
  const build = stage('debian:${RELEASE}', { name: 'build', system: [system('apt', ['gcc'])] });
  const final = stage('', { base: { kind: 'stage', stage: 'build', origin: at('base') }, args: [release] });
  const target = { value: 'build', origin: at('target') };
  expect(loweredImage(image([build, final], { target, ignore: located(['*.log'], 'ignore') }))).toBe(`(program
  (arg RELEASE "bookworm")
  (stage build
    (from (text "debian:" (var RELEASE)))
    (install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
      (cache-options "-o Dir::Cache::archives=kept" "-o Dir::Cache::srcpkgcache=kept.index")
      (packages "gcc")
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (traces
        "rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable))
  (stage
    (from (stage build)))
  (target "build")
  (ignore "*.log"))
`);
});

it('gives every instruction the origins of what asked for it', () => {
  const spec = stage('debian:bookworm', { system: [system('apt', ['git'])], pip: pip(['numpy']), user: user('app') });
  const program = lower(image([spec]), createReport());
  expect(program.stages[0]?.instructions.map(({ kind, origins }) => [kind, ...origins.map(({ path }) => path.join('.'))])).toEqual([
    ['from', 'base'],
    ['install', 'apt'],
    ['install', 'pip'],
    ['env', 'pip'],
    ['run', 'user'],
    ['user', 'user'],
  ]);
});

it('reports everything wrong at once, each thing once, and leaves it out', () => {
  const spec = stage('alpine:3.20', {
    system: [system('apt', ['git', 'x; id', 'curl='], { build: located(['gcc'], 'apt', 'build') })],
    pip: pip(['numpy', '--pre']),
    user: user('mail', { uid: 1000 }),
  });
  expect(faults(spec)).toEqual([
    "empty-version: \"curl=\" has an empty version | write 'curl' for any version or 'curl=8.5.0-2' to pin one",
    'wrong-manager: "alpine:3.20" is Alpine Linux, whose package manager is apk | write apk: [...] instead',
    'bad-package-name: "--pre" is not the name of a package for pip | write it as pip has it: ' +
      "'numpy', 'numpy>=1.26', 'snakemake[reports]==8.*' or 'tool @ https://example.org/tool.whl'",
    'bad-package-name: "x; id" is not the name of a package for apt | write it as apt has it: ' +
      "'git', 'g++', 'libc6:i386', 'curl=8.*' or 'git/bookworm-backports'",
    'user-taken: "mail" is in "alpine:3.20" already, with uid 8: its uid stays as it is | ' +
      "write user: 'mail' to use it so, or choose another name",
  ]);
  expect(lower(image([spec]), createReport()).stages[0]?.instructions.map(({ kind }) => kind)).toEqual(['from', 'install', 'install']);
});
