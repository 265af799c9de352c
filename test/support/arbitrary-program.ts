/**
 * Programs at random, for laws: all kinds of instruction, from small pools of names, each stage with a theme, so that they have to do with each other.
 * Stage names resolve; every origin is different, so that none can be lost unseen.
 */

import fc from 'fast-check';
import type { Add, From, Install, Instruction, NamedText, Run, Trigger } from '../../src/ir/instruction.js';
import type { Program, Stage } from '../../src/ir/program.js';
import type { Mount } from '../../src/mount.js';
import type { Origin } from '../../src/origin.js';
import type { Text } from '../../src/text.js';

const nowhere: Origin = { path: [] };
const origins = [nowhere];
const names = ['LANG', 'PATH', 'VERSION', 'VENV'];
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

const variable = fc.oneof(
  fc.record({ variable: fc.constantFrom(...names) }),
  fc.record({
    variable: fc.constantFrom(...names),
    operator: fc.constantFrom(':-', ':+', '-'),
    word: fc.constantFrom('none', '$LANG', 'v${VERSION}'),
  }),
);
const text: fc.Arbitrary<Text> = fc.array(fc.oneof(fc.constantFrom('/opt/venv/bin', 'C.UTF-8', '1.2', ':', '$LANG'), variable), { maxLength: 3 });
const entries = (pool: readonly string[]): fc.Arbitrary<readonly NamedText[]> =>
  fc
    .uniqueArray(fc.constantFrom(...pool), { minLength: 1, maxLength: 2 })
    .chain((chosen) => fc.tuple(...chosen.map((name) => text.map((value) => ({ name, value, origin: nowhere })))));

const places = [
  '/app/',
  '/app/data/',
  './',
  '/opt/word_count/',
  '/usr/src/app/',
  '/etc/app.conf',
  '/opt/venv/lib/',
  '/wheels/',
  '/',
  '/root/.netrc',
  '/tmp/src',
];
const commandForm = fc.constantFrom(
  { form: 'exec' as const, argv: ['snakemake', '--cores', '1'] },
  { form: 'exec' as const, argv: ['bash'] },
  { form: 'shell' as const, line: 'make run' },
);
const mounts: fc.Arbitrary<readonly Mount[]> = fc.constantFrom<readonly Mount[]>(
  [],
  [],
  [],
  [{ type: 'cache', target: '/root/.cache' }],
  [{ type: 'secret', id: 'token' }],
  [{ type: 'bind', source: 'setup.py', target: '/app/setup.py' }],
);

/** Lines that leave something behind are isolated, as `lower` has it. */
const command = fc
  .constantFrom(
    'make',
    'ldconfig',
    'cd /x && make',
    'export A=1',
    'make check || true',
    'a; b',
    'server &',
    'make # all',
    'make 2>&1',
    'cat <<X',
    'exit 0',
  )
  .map((line) => ({ line, arguments: [], isolated: !['make', 'ldconfig', 'make check || true', 'make 2>&1'].includes(line) }));
const script: fc.Arbitrary<Run['script']> = fc.oneof(
  { weight: 6, arbitrary: fc.array(command, { minLength: 1, maxLength: 2 }).map((commands) => ({ form: 'commands' as const, commands })) },
  { weight: 1, arbitrary: fc.constant({ form: 'script' as const, text: 'set -u\nmake\n' }) },
  { weight: 1, arbitrary: fc.constant({ form: 'exec' as const, argv: ['make', 'all'] }) },
);

const installKinds = fc.constantFrom<Partial<Install> & Pick<Install, 'manager' | 'command'>>(
  {
    manager: 'apt',
    prepare: ['apt-get update'],
    command: 'apt-get install -y --no-install-recommends',
    cacheOptions: ['-o Dir::Cache::archives=kept', '-o Dir::Cache::srcpkgcache=kept.index'],
    cleanup: ['rm -rf /var/lib/apt/lists/*'],
    caches: [{ type: 'cache', target: '/var/cache/apt', sharing: 'locked' }],
    environment: [{ name: 'DEBIAN_FRONTEND', value: 'noninteractive' }],
  },
  { manager: 'apt', prepare: ['apt-get update'], command: 'apt-get install -y', cleanup: ['rm -rf /var/lib/apt/lists/*'] },
  { manager: 'apk', command: 'apk add', noCacheOptions: ['--no-cache'] },
  { manager: 'pip', command: 'pip install', options: ['-r /tmp/requirements/requirements.txt'], mergeable: false },
  { manager: 'pip', command: '/opt/venv/bin/pip install', options: ['--find-links=/wheels'], sortable: false },
);
const packages = fc.array(fc.constantFrom('git', 'curl', 'nano', 'g++', './local.deb'), { maxLength: 4 });
const reads = fc.constantFrom([], [{ source: 'requirements.txt', target: '/tmp/requirements/requirements.txt', origin: nowhere }]);
const install: fc.Arbitrary<Install> = fc.record({ kind: installKinds, packages, reads }).map(({ kind, packages: values, reads: read }) => ({
  kind: 'install',
  origins,
  prepare: [],
  cacheOptions: [],
  noCacheOptions: [],
  options: [],
  cleanup: [],
  caches: [],
  mounts: [],
  environment: [],
  sortable: true,
  mergeable: true,
  ...kind,
  packages: values.map((value) => ({ value, origin: nowhere })),
  reads: kind.manager === 'pip' ? read : [],
}));

/** What the compiler writes itself reads no variables. */
const houseKeeping: fc.Arbitrary<Run> = fc.constantFrom('useradd app', 'groupadd app').map((line) => ({
  kind: 'run',
  origins,
  script: { form: 'commands', commands: [{ line, arguments: [], isolated: false }] },
  mounts: [],
  verbatim: false,
  generated: true,
}));

/** What has to do with a COPY before it. */
const follower: fc.Arbitrary<Run> = fc
  .record({
    line: fc.constantFrom(
      'chown -R app /app',
      'chown -R app:app /app',
      'chown -R 1000:1000 /opt/word_count',
      'cd /tmp/src && make && rm -rf /tmp/src',
      'make && rm -rf /tmp/src',
    ),
    layer: fc.constantFrom(undefined, undefined, 'own' as const),
    verbatim: fc.constantFrom(false, false, true),
  })
  .map(({ line, layer, verbatim }) => ({
    kind: 'run',
    origins,
    script: { form: 'commands', commands: [{ line, arguments: [], isolated: line.startsWith('cd') }] },
    mounts: [],
    verbatim,
    ...(layer === undefined ? {} : { layer }),
  }));

const layerHint = fc.constantFrom('own' as const, 'shared' as const);

const run: fc.Arbitrary<Run> = fc.record(
  {
    kind: fc.constant('run' as const),
    origins: fc.constant(origins),
    script,
    mounts,
    network: fc.constantFrom('default' as const, 'none' as const),
    verbatim: fc.integer({ max: 4, min: 0 }).map((it) => it === 0),
    layer: layerHint,
    comment: fc.constantFrom('Builds', 'Sets up'),
  },
  { requiredKeys: ['kind', 'origins', 'script', 'mounts', 'verbatim'] },
);

const kinds: Readonly<Record<Exclude<Instruction['kind'], 'from' | 'install' | 'run' | 'copy'>, fc.Arbitrary<Instruction>>> = {
  arg: fc.record(
    { kind: fc.constant('arg'), origins: fc.constant(origins), name: fc.constantFrom(...names), default: text },
    { requiredKeys: ['kind', 'origins', 'name'] },
  ),
  env: fc.record({ kind: fc.constant('env'), origins: fc.constant(origins), entries: entries(names) }),
  label: fc.record({ kind: fc.constant('label'), origins: fc.constant(origins), entries: entries(['title', 'version', 'source']) }),
  shell: fc.constantFrom(['bash', '-eo', 'pipefail', '-c'], ['/bin/sh', '-c'], ['pwsh', '-c']).map((argv) => ({ kind: 'shell', origins, argv })),
  workdir: fc
    .oneof(
      fc.constantFrom('/app', '/opt/word_count', 'src', '/etc/x', '/').map((path): Text => [path]),
      fc.constant<Text>([{ variable: 'VENV' }]),
    )
    .map((path) => ({ kind: 'workdir', origins, path })),
  user: fc.constantFrom('root', 'app').map((user) => ({ kind: 'user', origins, user })),
  file: fc
    .record({ to: fc.constantFrom(...places.filter((place) => !place.endsWith('/')), '/app/motd'), expand: fc.boolean() })
    .map(({ to, expand }) => ({ kind: 'file', origins, to, content: 'version $VERSION\n', expand })),
  add: fc
    .record({
      source: fc.constantFrom<Add['sources'][number]>(
        { type: 'url', url: ['https://example.org/tool-', { variable: 'VERSION' }, '.tar.gz'] },
        { type: 'git', repository: ['https://git.example.org/tool.git'], ref: ['v1.2'] },
        { type: 'archive', path: 'rootfs.tar.gz' },
      ),
      to: fc.constantFrom(...places),
      unpack: maybe(fc.boolean()),
    })
    .map(({ source, to, unpack }) => ({ kind: 'add', origins, sources: [source], to, exclude: [], ...(unpack === undefined ? {} : { unpack }) })),
  expose: fc.uniqueArray(fc.constantFrom('80', '443', '53/udp'), { minLength: 1 }).map((ports) => ({ kind: 'expose', origins, ports })),
  volume: fc.uniqueArray(fc.constantFrom('/data', '/results'), { minLength: 1 }).map((paths) => ({ kind: 'volume', origins, paths })),
  healthcheck: maybe(commandForm).map((it) => ({ kind: 'healthcheck', origins, ...(it === undefined ? {} : { command: it, interval: '30s' }) })),
  'stop-signal': fc.constantFrom('SIGTERM', 'SIGINT').map((signal) => ({ kind: 'stop-signal', origins, signal })),
  entrypoint: commandForm.map((it) => ({ kind: 'entrypoint', origins, command: it })),
  cmd: commandForm.map((it) => ({ kind: 'cmd', origins, command: it })),
  onbuild: fc
    .constantFrom<Trigger>(
      { kind: 'copy', origins, sources: ['.'], to: '/app/', exclude: [] },
      { kind: 'env', origins, entries: [{ name: 'LANG', value: [{ variable: 'VERSION' }], origin: nowhere }] },
    )
    .map((instruction) => ({ kind: 'onbuild', origins, instruction })),
  raw: fc.constantFrom('SHELL ["pwsh", "-c"]', 'ONBUILD RUN make', 'LABEL title=raw').map((raw) => ({ kind: 'raw', origins, text: raw })),
};

const copy = (earlier: readonly string[]): fc.Arbitrary<Instruction> =>
  fc
    .record({
      source: fc.constantFrom('.', 'requirements.txt', '*.py', '/opt/venv'),
      to: fc.constantFrom(...places),
      stage: maybe(fc.nat()),
      chown: maybe(fc.constantFrom('app', '1000:1000')),
      hints: fc.record({ layer: layerHint, changes: fc.constantFrom('often' as const, 'rarely' as const) }, { requiredKeys: [] }),
    })
    .map(({ source, to, stage, chown, hints }) => ({
      kind: 'copy',
      origins,
      sources: [source],
      to,
      exclude: [],
      ...(stage === undefined || earlier.length === 0 ? {} : { from: { stage: earlier[stage % earlier.length]! } }),
      ...(chown === undefined ? {} : { chown }),
      ...hints,
    }));

function stage(name: string | undefined, earlier: readonly string[]): fc.Arbitrary<Stage> {
  const parent = earlier.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...earlier));
  const start = parent.map((it): From => ({ kind: 'from', origins, ...(it === undefined ? { image: ['debian:bookworm-slim'] } : { stage: it }) }));
  const { arg, env, label, shell, workdir, user, file, add, cmd, entrypoint, healthcheck, raw, expose, volume, onbuild } = kinds;
  const copied = copy(earlier);
  const themes = [
    [install, install, copied, file, add, workdir, env, user, label],
    [install, install, install, copied, label],
    [run, run, run, run, shell, label],
    [run, run, install, copied, user],
    [follower, follower, copied, copied, copied, file, workdir, install, houseKeeping, label],
    [houseKeeping, houseKeeping, arg, env, copied, label, run, user],
    [label, label, env, arg, copied, copied, raw],
    [cmd, cmd, cmd, entrypoint, healthcheck, shell, copied, copied],
    [env, env, arg, label, expose, volume, workdir, onbuild],
    [onbuild, onbuild, label, run, copied],
    [install, run, copied, ...Object.values(kinds)],
  ];
  return fc
    .tuple(start, fc.oneof(...themes.map((theme) => fc.array(fc.oneof(...theme), { maxLength: 10 }))))
    .map(([from, rest]) => ({ ...(name === undefined ? {} : { name }), origin: nowhere, instructions: [from, ...rest] }));
}

export const arbitraryProgram: fc.Arbitrary<Program> = fc
  .subarray(['build', 'docs'])
  .chain((stageNames) => fc.tuple(...stageNames.map((name, index) => stage(name, stageNames.slice(0, index))), stage(undefined, stageNames)))
  .map((stages) => withDistinctOrigins({ globalArgs: [], stages, ignore: ['*.log'] }));

function withDistinctOrigins(program: Program): Program {
  let count = 0;
  const next = (): Origin => ({ path: ['steps', count++] });
  const relabel = (value: unknown, key: string): unknown => {
    if (key === 'origin') return next();
    if (key === 'origins') return [next()];
    if (Array.isArray(value)) return value.map((item) => relabel(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, relabel(item, name)]));
  };
  return relabel(program, '') as Program;
}
