import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReport } from '../../src/diagnostics.js';
import { defineImage } from '../../src/spec/define-image.js';
import { definePreset } from '../../src/spec/define-preset.js';
import { bind, cache, secret, ssh, tmpfs } from '../../src/spec/mounts.js';
import { resolve, type ResolveOptions } from '../../src/spec/resolve.js';
import type { ImageSpec, StageSpec } from '../../src/spec/spec.js';
import { arg, copy, env, file, raw, run, shell, user, workdir } from '../../src/spec/steps.js';
import type { ImageDefinition, PartialDefinition } from '../../src/spec/types.js';
import { expand, override, prependPath } from '../../src/spec/values.js';

/** What a request for system packages may ask for besides packages. */
const nothingElse = { repositories: [], ppas: [], debs: [], modules: [] };

function resolved(definition: ImageDefinition, options: ResolveOptions = {}): ImageSpec {
  const report = createReport();
  const spec = resolve(definition, options, report);
  expect(report.diagnostics).toEqual([]);
  if (spec === undefined) throw new Error('no spec');
  return spec;
}

/** The final stage of a definition that says this on a base of Debian. */
function stageOf(fields: PartialDefinition): StageSpec {
  const stage = resolved({ base: 'debian:12', ...fields } as ImageDefinition).stages.at(-1);
  if (stage === undefined) throw new Error('no stage');
  return stage;
}

const at = (...path: (string | number)[]) => ({ path });

test('a bare base resolves to a spec with every default', () => {
  expect(resolved({ base: 'debian:12' }, { dir: '/home/someone/Word Count' })).toEqual({
    name: { value: 'word-count', origin: at() },
    tags: [{ value: 'word-count:latest', origin: at() }],
    stages: [
      {
        origin: at(),
        base: { kind: 'image', image: 'debian:12', origin: at('base') },
        args: [],
        env: [],
        certificates: [],
        system: [],
        steps: [],
        languages: {},
        expose: [],
        volumes: [],
        labels: [],
        onbuild: [],
        raw: [],
      },
    ],
    layers: 'cache',
    comments: true,
    ignore: [],
    lint: {},
    container: { interactive: false, detach: false, mounts: [], ports: [], env: [], remove: true },
    contexts: [],
    platforms: [],
  });
});

describe('short forms become long', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const pip = {
    packages: [],
    requirements: [],
    constraints: [],
    installer: 'pip',
    extraIndexes: [],
    findLinks: [],
    requireHashes: false,
    secrets: [],
  };
  const runs = { kind: 'run', uses: [], mounts: [], env: [], verbatim: false };

  test.each<[PartialDefinition, Partial<StageSpec>]>([
    [{ base: 'scratch' }, { base: { kind: 'image', image: 'scratch', origin: at('base') } }],
    [{ base: `debian:12@${digest}` }, { base: { kind: 'image', image: 'debian:12', digest, origin: at('base') } }],
    [
      { base: { image: 'x/y:1', platform: 'linux/amd64', distro: 'debian:12' } },
      { base: { kind: 'image', image: 'x/y:1', platform: 'linux/amd64', distro: 'debian:12', origin: at('base', 'image') } },
    ],
    [
      { args: { VERSION: '1.2', COMMIT: null, JOBS: { default: 4, scope: 'global' }, ANY: {} } },
      {
        args: [
          { name: 'VERSION', default: ['1.2'], scope: 'stage', origin: at('args', 'VERSION') },
          { name: 'COMMIT', scope: 'stage', origin: at('args', 'COMMIT') },
          { name: 'JOBS', default: ['4'], scope: 'global', origin: at('args', 'JOBS') },
          { name: 'ANY', scope: 'stage', origin: at('args', 'ANY') },
        ],
      },
    ],
    [{ shell: ['bash', '-c'] }, { shell: { value: ['bash', '-c'], origin: at('shell') } }],
    [
      { env: { LANG: 'C.UTF-8', JOBS: 4, EMPTY: '', PATH: prependPath('/opt/bin'), HOME_OF: expand('${USER:-app}\\$') } },
      {
        env: [
          { name: 'LANG', value: ['C.UTF-8'], origin: at('env', 'LANG') },
          { name: 'JOBS', value: ['4'], origin: at('env', 'JOBS') },
          { name: 'EMPTY', value: [], origin: at('env', 'EMPTY') },
          { name: 'PATH', value: ['/opt/bin:', { variable: 'PATH' }], origin: at('env', 'PATH') },
          { name: 'HOME_OF', value: [{ variable: 'USER', operator: ':-', word: 'app' }, '$'], origin: at('env', 'HOME_OF') },
        ],
      },
    ],
    [{ env: { PRICE: '$5 "net"' } }, { env: [{ name: 'PRICE', value: ['$5 "net"'], origin: at('env', 'PRICE') }] }],
    [
      { apt: ['git', 'curl', 'git'] },
      {
        system: [
          {
            manager: 'apt',
            packages: [
              { value: 'git', origin: at('apt', 0) },
              { value: 'curl', origin: at('apt', 1) },
            ],
            build: [],
            recommends: false,
            ...nothingElse,
            origin: at('apt'),
          },
        ],
      },
    ],
    [{ apk: [] }, { system: [] }],
    [
      { dnf: { packages: ['git'], build: ['gcc'], recommends: true } },
      {
        system: [
          {
            manager: 'dnf',
            packages: [{ value: 'git', origin: at('dnf', 'packages', 0) }],
            build: [{ value: 'gcc', origin: at('dnf', 'build', 0) }],
            recommends: true,
            ...nothingElse,
            origin: at('dnf'),
          },
        ],
      },
    ],
    [{ pip: [] }, {}],
    [{ pip: {} }, {}],
    [{ pip: { packages: [], requirements: [], constraints: 'c.txt', venv: '/opt/tools', installer: 'uv' } }, {}],
    [{ pip: ['numpy'] }, { pip: { ...pip, packages: [{ value: 'numpy', origin: at('pip', 0) }], installer: 'pip', origin: at('pip') } }],
    [
      {
        pip: {
          requirements: 'requirements.txt',
          constraints: ['c.txt'],
          venv: false,
          installer: 'uv',
          secrets: ['token', secret('other', { env: 'OTHER' })],
        },
      },
      {
        pip: {
          ...pip,
          requirements: [{ value: 'requirements.txt', origin: at('pip', 'requirements') }],
          constraints: [{ value: 'c.txt', origin: at('pip', 'constraints', 0) }],
          venv: { value: false, origin: at('pip', 'venv') },
          installer: 'uv',
          secrets: [
            { id: 'token', origin: at('pip', 'secrets', 0) },
            { id: 'other', env: 'OTHER', origin: at('pip', 'secrets', 1) },
          ],
          origin: at('pip'),
        },
      },
    ],
    [{ user: 'app' }, { user: { name: 'app', groups: [], create: true, origin: at('user') } }],
    [{ user: 'root' }, { user: { name: 'root', groups: [], create: false, origin: at('user') } }],
    [{ user: 1000 }, { user: { uid: 1000, groups: [], create: false, origin: at('user') } }],
    [{ user: '1000:100' }, { user: { uid: 1000, gid: 100, groups: [], create: false, origin: at('user') } }],
    [
      { user: { name: 'app', uid: 1000, home: '/srv', groups: ['video'] } },
      { user: { name: 'app', uid: 1000, home: '/srv', groups: ['video'], create: true, origin: at('user') } },
    ],
    [{ workdir: '/opt/$x' }, { workdir: { value: ['/opt/$x'], origin: at('workdir') } }],
    [{ workdir: expand('/opt/$X') }, { workdir: { value: ['/opt/', { variable: 'X' }], origin: at('workdir') } }],
    [
      { copy: { src: '/app/src', 'a.txt': '/app/' }, files: { '/etc/motd': 'Count words.' }, run: ['make'] },
      {
        steps: [
          { kind: 'copy', from: ['src'], to: '/app/src', exclude: [], origin: at('copy', 'src') },
          { kind: 'copy', from: ['a.txt'], to: '/app/', exclude: [], origin: at('copy', 'a.txt') },
          { kind: 'file', to: '/etc/motd', content: 'Count words.\n', expand: false, origin: at('files', '/etc/motd') },
          { ...runs, script: 'make', origin: at('run', 0) },
        ] as StageSpec['steps'],
      },
    ],
    [
      { copy: [{ from: ['a', 'b'], to: '/x/', image: 'busybox:1', chown: 'app', chmod: '755', link: true, parents: true, exclude: ['*.tmp'] }] },
      {
        steps: [
          {
            kind: 'copy',
            from: ['a', 'b'],
            to: '/x/',
            source: { image: 'busybox:1' },
            chown: 'app',
            chmod: '755',
            link: true,
            parents: true,
            exclude: ['*.tmp'],
            origin: at('copy', 0),
          },
        ],
      },
    ],
    [
      {
        run: [
          {
            script: ['make'],
            uses: ['Makefile'],
            mounts: [
              cache('/c', { sharing: 'locked' }),
              bind('/b', { source: 'src', readWrite: true }),
              secret('s', { mode: '0444', uid: 1000 }),
              { ...ssh(), mode: '0660', gid: 100 },
              tmpfs('/t', { size: 1024 }),
            ],
            network: 'none',
            user: 1000,
            workdir: '/src',
            env: { A: '$b' },
            verbatim: true,
          },
        ],
      },
      {
        steps: [
          {
            kind: 'run',
            script: ['make'],
            uses: [{ value: 'Makefile', origin: at('run', 0, 'uses', 0) }],
            mounts: [
              { type: 'cache', target: '/c', sharing: 'locked' },
              { type: 'bind', target: '/b', source: 'src', readWrite: true },
              { type: 'secret', id: 's', mode: '0444', uid: 1000 },
              { type: 'ssh', mode: '0660', gid: 100 },
              { type: 'tmpfs', target: '/t', size: 1024 },
            ],
            network: 'none',
            user: '1000',
            workdir: '/src',
            env: [{ name: 'A', value: ['$b'], origin: at('run', 0, 'env', 'A') }],
            verbatim: true,
            origin: at('run', 0),
          },
        ],
      },
    ],
    [
      {
        steps: [
          copy('a', '/a'),
          file('/b', '', { chmod: '600' }),
          run('make'),
          env({ A: 'b' }),
          arg('COMMIT'),
          user('app'),
          user(0),
          workdir('/src'),
          shell(['bash', '-c']),
          raw('STOPSIGNAL SIGTERM'),
        ],
      },
      {
        steps: [
          { kind: 'copy', from: ['a'], to: '/a', exclude: [], origin: at('steps', 0) },
          { kind: 'file', to: '/b', content: '', chmod: '600', expand: false, origin: at('steps', 1) },
          { ...runs, script: 'make', origin: at('steps', 2) },
          { kind: 'env', entries: [{ name: 'A', value: ['b'], origin: at('steps', 3, 'variables', 'A') }], origin: at('steps', 3) },
          { kind: 'arg', args: [{ name: 'COMMIT', scope: 'stage', origin: at('steps', 4, 'args', 'COMMIT') }], origin: at('steps', 4) },
          { kind: 'user', user: { name: 'app', groups: [], create: true, origin: at('steps', 5) }, origin: at('steps', 5) },
          { kind: 'user', user: { uid: 0, groups: [], create: false, origin: at('steps', 6) }, origin: at('steps', 6) },
          { kind: 'workdir', path: ['/src'], origin: at('steps', 7) },
          { kind: 'shell', argv: ['bash', '-c'], origin: at('steps', 8) },
          { kind: 'raw', text: 'STOPSIGNAL SIGTERM', origin: at('steps', 9) },
        ] as StageSpec['steps'],
      },
    ],
    [
      { expose: [8080, '53/udp', '8080'], volumes: ['/data'] },
      {
        expose: [
          { value: '8080', origin: at('expose', 0) },
          { value: '53/udp', origin: at('expose', 1) },
        ],
        volumes: [{ value: '/data', origin: at('volumes', 0) }],
      },
    ],
    [{ healthcheck: false }, { healthcheck: { kind: 'none', origin: at('healthcheck') } }],
    [
      { healthcheck: { cmd: 'curl -f localhost', interval: '1m30s', retries: 2 } },
      {
        healthcheck: {
          kind: 'check',
          command: { form: 'shell', line: 'curl -f localhost' },
          interval: '1m30s',
          retries: 2,
          origin: at('healthcheck'),
        },
      },
    ],
    [{ stopSignal: 'SIGINT' }, { stopSignal: { value: 'SIGINT', origin: at('stopSignal') } }],
    [
      { entrypoint: ['tool'], cmd: 'make run' },
      {
        entrypoint: { command: { form: 'exec', argv: ['tool'] }, origin: at('entrypoint') },
        cmd: { command: { form: 'shell', line: 'make run' }, origin: at('cmd') },
      },
    ],
    [
      { entrypoint: [], cmd: [] },
      {
        entrypoint: { command: { form: 'exec', argv: [] }, origin: at('entrypoint') },
        cmd: { command: { form: 'exec', argv: [] }, origin: at('cmd') },
      },
    ],
    [
      { labels: { version: 2, 'org.example.kind': '$x' } },
      {
        labels: [
          { name: 'org.example.kind', value: ['$x'], origin: at('labels', 'org.example.kind') },
          { name: 'version', value: ['2'], origin: at('labels', 'version') },
        ],
      },
    ],
    [{ raw: ['ONBUILD RUN x'] }, { raw: [{ value: 'ONBUILD RUN x', origin: at('raw', 0) }] }],
  ])('%j', (fields, expected) => {
    const empty = stageOf({});
    expect(stageOf(fields)).toEqual({ ...empty, ...expected });
  });
});

describe('a base with build arguments', () => {
  const args = { RELEASE: { default: '12', scope: 'global' as const } };
  const image = 'debian:${RELEASE}-slim';

  test('keeps its variables', () => {
    expect(stageOf({ args, base: expand(image) }).base).toEqual({ kind: 'image', image, origin: at('base') });
    const long = { image: expand('alpine:$RELEASE'), platform: 'linux/amd64' };
    const resolvedLong = { kind: 'image', image: 'alpine:$RELEASE', platform: 'linux/amd64', origin: at('base', 'image') };
    expect(stageOf({ args, base: long }).base).toEqual(resolvedLong);
  });

  test('may take them from another stage, or from the builder', () => {
    const stages = { build: { base: 'debian:12', args } };
    expect(stageOf({ stages, base: expand('${RELEASE}/x:$TARGETARCH') }).base).toEqual({
      kind: 'image',
      image: '${RELEASE}/x:$TARGETARCH',
      origin: at('base'),
    });
  });
});

describe('a definition as a base', () => {
  test('is known by the first of its tags, and comes along', () => {
    const tools = defineImage({ name: 'tools', version: '2', base: 'debian:12', user: 'app' });
    expect(stageOf({ base: tools }).base).toEqual({ kind: 'image', image: 'tools:2', definition: resolved(tools), origin: at('base') });
  });

  test('is an image of which nothing is known where it has no stages in order, or stands on itself', () => {
    const base = { kind: 'image', image: 'tools:latest', origin: at('base') };
    expect(stageOf({ base: { name: 'tools', base: { stage: 'nowhere' } } as never }).base).toEqual(base);
    const tools: { name: string; base?: unknown } = { name: 'tools' };
    tools.base = tools;
    expect(resolved(tools as ImageDefinition).stages[0]?.base).toEqual(base);
  });
});

describe('names', () => {
  test.each<[Partial<ImageDefinition>, ResolveOptions, readonly string[]]>([
    [{ name: 'word_count', version: '0.1' }, {}, ['word_count:0.1']],
    [{ name: 'word_count' }, { dir: 'elsewhere' }, ['word_count:latest']],
    [{ name: 'a', version: '1', registry: 'registry.example.org:5000/team/' }, {}, ['registry.example.org:5000/team/a:1']],
    [{ name: 'a', version: '1', tags: ['stable', 'b:2', 'a:1'] }, {}, ['a:1', 'a:stable', 'b:2']],
    [{}, { dir: 'C:\\projects\\_My.Tool_' }, ['my.tool:latest']],
    [{}, { dir: '/' }, []],
    [{ tags: ['b:2'] }, {}, ['b:2']],
  ])('%j in %j', (fields, options, tags) => {
    expect(resolved({ base: 'debian:12', ...fields }, options).tags.map(({ value }) => value)).toEqual(tags);
  });
});

test('the container profile is resolved with its defaults', () => {
  const container = {
    detach: true,
    ports: [8080, '81:80'],
    env: { A: 1 },
    user: 1000,
    mounts: [
      { host: 'out', to: '/out' as const },
      { volume: 'data', to: '/data' as const },
    ],
  };
  expect(resolved({ base: 'debian:12', container }).container).toEqual({
    interactive: false,
    detach: true,
    mounts: [
      { host: 'out', to: '/out', readOnly: false },
      { volume: 'data', to: '/data' },
    ],
    ports: ['8080:8080', '81:80'],
    env: [{ name: 'A', value: '1' }],
    user: '1000',
    remove: false,
  });
});

test('options win over the definition', () => {
  const definition: ImageDefinition = { base: 'debian:12', layers: 'fewest', dockerfile: { comments: true } };
  const { layers, comments } = resolved(definition, { layers: 'as-written', comments: false });
  expect({ layers, comments }).toEqual({ layers: 'as-written', comments: false });
  expect(resolved(definition).layers).toBe('fewest');
});

describe('presets', () => {
  const tools = definePreset({
    name: 'tools',
    define: ({ editor = 'nano' }: { editor?: string }) => ({
      base: 'debian:11',
      apt: ['git', editor],
      env: { LANG: 'C', EDITOR: editor },
      run: ['ldconfig'],
      copy: { conf: '/etc/tools' },
      stages: { build: { base: 'debian:11', apt: ['gcc'] } },
    }),
  });
  const origin = (...path: (string | number)[]) => ({ path: ['presets', 0], preset: { name: 'tools', path } });

  test('scalars are replaced, lists concatenated, those without order lose duplicates, records merged by key, each with its origin', () => {
    const definition: ImageDefinition = {
      presets: [tools({ editor: 'vim' })],
      base: 'debian:12',
      apt: ['curl', 'git'],
      env: { LANG: 'C.UTF-8', A: 'b' },
      run: ['make', 'ldconfig', 'make'],
      copy: { conf: '/etc/mine' },
      stages: { build: { base: 'debian:12' }, docs: { base: 'debian:12' } },
    };
    const spec = resolved(definition);
    const runs = { kind: 'run', uses: [], mounts: [], env: [], verbatim: false };
    expect(spec.stages.at(-1)).toEqual({
      ...stageOf({}),
      env: [
        { name: 'LANG', value: ['C.UTF-8'], origin: at('env', 'LANG') },
        { name: 'EDITOR', value: ['vim'], origin: origin('env', 'EDITOR') },
        { name: 'A', value: ['b'], origin: at('env', 'A') },
      ],
      system: [
        {
          manager: 'apt',
          packages: [
            { value: 'git', origin: origin('apt', 0) },
            { value: 'vim', origin: origin('apt', 1) },
            { value: 'curl', origin: at('apt', 0) },
          ],
          build: [],
          recommends: false,
          ...nothingElse,
          origin: at('apt'),
        },
      ],
      steps: [
        { kind: 'copy', from: ['conf'], to: '/etc/mine', exclude: [], origin: at('copy', 'conf') },
        { ...runs, script: 'ldconfig', origin: origin('run', 0) },
        { ...runs, script: 'make', origin: at('run', 0) },
        { ...runs, script: 'ldconfig', origin: at('run', 1) },
        { ...runs, script: 'make', origin: at('run', 2) },
      ],
    });
    expect(spec.stages.map(({ name, base, system }) => ({ name, base, apt: system[0]?.packages }))).toEqual([
      {
        name: 'build',
        base: { kind: 'image', image: 'debian:12', origin: at('stages', 'build', 'base') },
        apt: [{ value: 'gcc', origin: origin('stages', 'build', 'apt', 0) }],
      },
      { name: 'docs', base: { kind: 'image', image: 'debian:12', origin: at('stages', 'docs', 'base') }, apt: undefined },
      { name: undefined, base: { kind: 'image', image: 'debian:12', origin: at('base') }, apt: spec.stages[2]?.system[0]?.packages },
    ]);
  });

  test('runs, copies and patterns are kept however often they are said: what is between has undone them', () => {
    const again = { copy: [{ from: 'a', to: '/a' }], run: ['sync'], ignore: ['*.log'] };
    const copies = [
      { from: 'b', to: '/a' },
      { from: 'a', to: '/a' },
    ];
    const spec = resolved({ base: 'debian:12', presets: [again], copy: copies, run: ['make', 'sync'], ignore: ['!a.log', '*.log'] });
    const runs = { kind: 'run', uses: [], mounts: [], env: [], verbatim: false };
    expect(spec.stages[0]?.steps).toEqual([
      { kind: 'copy', from: ['a'], to: '/a', exclude: [], origin: at('presets', 0, 'copy', 0) },
      { kind: 'copy', from: ['b'], to: '/a', exclude: [], origin: at('copy', 0) },
      { kind: 'copy', from: ['a'], to: '/a', exclude: [], origin: at('copy', 1) },
      { ...runs, script: 'sync', origin: at('presets', 0, 'run', 0) },
      { ...runs, script: 'make', origin: at('run', 0) },
      { ...runs, script: 'sync', origin: at('run', 1) },
    ]);
    expect(spec.ignore).toEqual([
      { value: '*.log', origin: at('presets', 0, 'ignore', 0) },
      { value: '!a.log', origin: at('ignore', 0) },
      { value: '*.log', origin: at('ignore', 1) },
    ]);
  });

  test('override replaces what presets said', () => {
    const spec = resolved({ presets: [tools()], apt: override(['curl']), env: override({ A: 'b' }), run: override(['make']) });
    const stage = spec.stages.at(-1);
    expect(stage?.system[0]?.packages).toEqual([{ value: 'curl', origin: at('apt', 0) }]);
    expect(stage?.env).toEqual([{ name: 'A', value: ['b'], origin: at('env', 'A') }]);
    expect(stage?.steps.map(({ kind, origin: where }) => [kind, where])).toEqual([
      ['copy', origin('copy', 'conf')],
      ['run', at('run', 0)],
    ]);
  });

  test('override in a long form replaces that list alone', () => {
    const preset = { apt: { packages: ['git'], build: ['gcc'] } };
    const [request] =
      resolved({ base: 'debian:12', presets: [preset], apt: { packages: override(['curl']), build: ['make'] } }).stages[0]?.system ?? [];
    expect(request?.packages.map(({ value }) => value)).toEqual(['curl']);
    expect(request?.build.map(({ value }) => value)).toEqual(['gcc', 'make']);
  });

  test('a preset of a preset comes before it', () => {
    const outer = definePreset({ name: 'outer', define: () => ({ presets: [tools()], apt: ['less'] }) });
    const packages = resolved({ base: 'debian:12', presets: [outer()] }).stages.at(-1)?.system[0]?.packages;
    expect(packages).toEqual([
      { value: 'git', origin: { path: ['presets', 0], preset: { name: 'tools', path: ['apt', 0] } } },
      { value: 'nano', origin: { path: ['presets', 0], preset: { name: 'tools', path: ['apt', 1] } } },
      { value: 'less', origin: { path: ['presets', 0], preset: { name: 'outer', path: ['apt', 0] } } },
    ]);
  });

  test('a plain object is a preset whose values have their own place in the definition', () => {
    const packages = resolved({ base: 'debian:12', presets: [{ apt: ['git'] }] }).stages[0]?.system[0]?.packages;
    expect(packages).toEqual([{ value: 'git', origin: at('presets', 0, 'apt', 0) }]);
  });
});

describe('what comes in', () => {
  const definition: ImageDefinition = {
    name: 'a',
    base: { stage: 'build' },
    env: { A: expand('$B') },
    apt: { packages: override(['git']) },
    copy: [{ stage: 'build', from: '/x', to: '/y' }],
    stages: { build: { base: 'debian:12', steps: [run('make', { mounts: [cache('/c')] })] } },
    presets: [{ labels: { b: '1', a: '2' } }],
  };

  test('is not changed and may be frozen', () => {
    const before = JSON.stringify(definition);
    const spec = resolved(frozen(definition));
    expect(JSON.stringify(definition)).toBe(before);
    expect(spec).toEqual(resolved(JSON.parse(before) as ImageDefinition));
  });

  test('gives the same spec in whatever order the keys of objects and the labels are written', () => {
    const expected = JSON.stringify(resolved(definition));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(JSON.stringify(resolved(shuffled(definition, numbers)))).toBe(expected);
      }),
    );
  });
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** A copy with the keys of every object in another order. */
function shuffled<T>(value: T, numbers: Iterator<number>): T {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, numbers)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const keyed = Object.entries(value).map(([key, inner]) => ({
    order: Number(numbers.next().value),
    entry: [key, shuffled(inner, numbers)] as const,
  }));
  return Object.fromEntries(keyed.sort((one, other) => one.order - other.order).map(({ entry }) => entry)) as T;
}
