/**
 * Definitions at random that build without a network, on Debian: all that fields and steps can do to files and settings, in any order, with what is wrong for an optimiser to
 * touch: commands that read variables, folders and users set before, that leave something behind, that fail and are forgiven.
 *
 * They take files from `context`, which is to be the build context.
 */

import fc from 'fast-check';
import type { AbsolutePath, ImageDefinition, Step, User } from '../../src/spec/types.js';
import { arg, copy, env, file, run, shell, user, workdir } from '../../src/spec/steps.js';

/** The build context, by path. */
export const context: Readonly<Record<string, string>> = {
  'scripts/count.sh': 'wc -w "$@"\n',
  'scripts/lib/table.sh': 'sort | uniq -c\n',
  'texts/ebb.txt': 'low water\n',
  'texts/flood.txt': 'high water\n',
  'two words.txt': 'slack water\n',
  'README.md': 'Tides\n',
};

const values = fc.constantFrom('ebb', 'high water', '$HOME', '"quoted"', "it's", 'a\\b', '');
const names = fc.constantFrom('TIDE', 'PORT_NAME', 'LANG');
const folders = fc.constantFrom<AbsolutePath[]>('/opt/tides', '/srv/data', '/usr/local/share/tides', '/etc/tides');

/** Each leaves something to see, whoever the user is; `>>` shows in which order, and how often. */
const commands = fc.constantFrom(
  'echo "$TIDE $PORT_NAME" >> /var/tides/log',
  'pwd >> /var/tides/log && id -un >> /var/tides/log',
  'cd /tmp && touch made-here',
  'umask 077; touch /srv/private || :',
  'false || echo forgiven >> /var/tides/log',
  'TIDE=changed; echo "$TIDE" >> /var/tides/log',
  'mkdir -p made && date -u -d @0 +%F > made/day || :',
  'test -e /opt/tides/count.sh && echo there >> /var/tides/log || echo missing >> /var/tides/log',
  'ln -sfn /opt/tides /srv/link || :',
  'printf "%s\\n" one two > "two words" || :\necho done >> /var/tides/log\n',
);

/** What comes before all commands: copies, each with the command that gives away what was copied, or uses and removes it. */
const openings: fc.Arbitrary<readonly Step<never>[]> = fc
  .tuple(
    fc.record({
      from: fc.constantFrom('scripts', 'texts'),
      to: folders,
      owner: fc.constantFrom('www-data', 'www-data:www-data', '1234:1234'),
      isMade: fc.boolean(),
    }),
    fc.record({
      from: fc.constantFrom('scripts', 'README.md'),
      line: fc.constantFrom('cp -r /tmp/source /opt/kept', 'find /tmp/source | sort > /opt/found'),
    }),
    fc.subarray(['given', 'removed']),
  )
  .map(([{ from, to, owner, isMade }, { from: source, line }, chosen]) => [
    ...(chosen.includes('given') ? [...(isMade ? [workdir(to)] : []), copy(from, `${to}/`), run(`chown -R ${owner} ${to}`)] : []),
    ...(chosen.includes('removed') ? [copy(source, '/tmp/source'), run(`${line} && rm -rf /tmp/source`)] : []),
  ]);

/** Comes first: anybody may write there. */
const log = run('mkdir /var/tides && touch /var/tides/log && chmod 666 /var/tides/log');

const layers = fc.constantFrom('own' as const, 'shared' as const);

const runs = fc
  .record(
    { script: commands, uses: fc.constantFrom([], ['README.md'], ['scripts']), verbatim: fc.boolean(), layer: layers },
    { requiredKeys: ['script'] },
  )
  .map(({ script, ...options }) => run(script, options));

const copies = fc.oneof(
  fc.record({ from: fc.constantFrom('scripts', 'texts', 'README.md', 'two words.txt'), to: folders.map((folder): AbsolutePath => `${folder}/`) }),
  fc.record(
    {
      from: fc.constantFrom('scripts', 'README.md'),
      to: folders.map((folder): AbsolutePath => `${folder}/`),
      layer: layers,
      changes: fc.constantFrom('often' as const, 'rarely' as const),
    },
    { requiredKeys: ['from', 'to'] },
  ),
  fc.record({
    from: fc.constantFrom<string[]>(['texts/ebb.txt', 'README.md'], ['scripts']),
    to: folders.map((folder): AbsolutePath => `${folder}/sub/`),
    chown: fc.constantFrom('1234:1234', 'www-data'),
  }),
  fc.record({ from: fc.constant('texts'), to: folders, exclude: fc.constant(['ebb.txt']) }),
);

const files = fc.record({
  path: folders.map((folder): AbsolutePath => `${folder}/motd`),
  content: fc.constantFrom('High water\n', 'no newline', '$TIDE\n'),
  expand: fc.boolean(),
});

const step: fc.Arbitrary<Step<never>> = fc.oneof<fc.WeightedArbitrary<Step<never>>[]>(
  { weight: 4, arbitrary: runs },
  { weight: 3, arbitrary: copies.map(({ from, to, ...options }) => copy(from, to, options)) },
  { weight: 1, arbitrary: files.map(({ path, content, expand }) => file(path, content, { expand })) },
  { weight: 2, arbitrary: fc.tuple(names, values).map(([name, value]) => env({ [name]: value })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('EDITION', 'TIDE'), values).map(([name, value]) => arg({ [name]: value })) },
  { weight: 1, arbitrary: fc.constantFrom('root', 'www-data').map((name) => user(name)) },
  { weight: 2, arbitrary: folders.map((folder) => workdir(folder)) },
  { weight: 1, arbitrary: fc.constantFrom(['/bin/sh', '-c'], ['bash', '-euc']).map((argv) => shell(argv)) },
);

/** Steps that stay together. */
const several: fc.Arbitrary<readonly Step<never>[]> = fc.oneof(
  { weight: 15, arbitrary: step.map((single) => [single]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(runs, commands)
      .map(([first, script]) => [run('echo first >> /var/tides/log', { layer: 'shared' }), run(script, { layer: 'shared' }), first]),
  },
  // No heredoc carries a carriage return.
  { weight: 1, arbitrary: folders.map((folder) => [file(`${folder}/return`, 'ebb\r\n'), file(`${folder}/no-return`, 'flood\r\n')]) },
);

/** A stage that is copied from, or not. */
const stages = fc.option(
  fc
    .array(step, { maxLength: 4 })
    .map((steps) => ({ base: 'debian:bookworm-slim', steps: [log, ...steps, user('root'), run('mkdir -p /out && echo built > /out/result')] })),
  { nil: undefined },
);

const settings = {
  env: fc.dictionary(names, values, { maxKeys: 2 }),
  labels: fc.dictionary(fc.constantFrom('title', 'org.example.tide'), values, { maxKeys: 2 }),
  expose: fc.constantFrom([8080], ['53/udp', 8080, '8080/tcp']),
  volumes: fc.constantFrom(['/srv/data'], ['/mnt/a', '/mnt/b']),
  workdir: folders,
  user: fc.constantFrom<User[]>('www-data', '1234:1234', { name: 'pilot', uid: 1500 }),
  args: fc.dictionary(fc.constantFrom('EDITION', 'SEASON'), values, { maxKeys: 2 }),
  stopSignal: fc.constantFrom('SIGINT', 'SIGTERM'),
  healthcheck: fc.constantFrom(false as const, { cmd: ['true'], interval: '30s' as const }),
  entrypoint: fc.constantFrom(['echo'], ['sh', '-c']),
  cmd: fc.constantFrom(['tides', 'high water'], ['true']),
};

export const arbitraryDefinition: fc.Arbitrary<ImageDefinition> = fc
  .record(
    {
      base: fc.constant('debian:bookworm-slim'),
      openings,
      isEarly: fc.boolean(),
      steps: fc.array(several, { maxLength: 8 }).map((lists) => lists.flat()),
      build: stages,
      ...settings,
    },
    { requiredKeys: ['base', 'openings', 'isEarly', 'steps', 'build'] },
  )
  .map(({ build, openings: first, isEarly, steps, ...definition }) => {
    if (build === undefined) return { ...definition, steps: [...first, log, ...steps] };
    const taken = copy('/out/', '/opt/result', { stage: 'build' });
    return { ...definition, stages: { build }, steps: isEarly ? [taken, ...first, log, ...steps] : [...first, log, ...steps, taken] };
  }) as fc.Arbitrary<ImageDefinition>;

const packages = fc.subarray(['gcc', 'jq', 'python3', 'r-base-core', 'tidy'], { minLength: 1 });

/** With packages to be installed, which needs a network: for what looks at programs alone. */
export const arbitraryDefinitionWithPackages: fc.Arbitrary<ImageDefinition> = fc
  .record({
    definition: arbitraryDefinition,
    apt: packages,
    build: packages,
    rest: fc.record({ pip: fc.constant(['numpy', 'jupyter']), npm: fc.constant({ packages: ['serve@14.2.4'] }) }, { requiredKeys: [] }),
  })
  .map(({ definition, apt, build, rest }) => {
    const stages = Object.entries(definition.stages ?? {}).map(([name, stage]) => [name, { ...stage, apt: build }]);
    const system = rest.pip === undefined ? apt : { packages: apt, build: ['libpq-dev'] };
    return {
      ...definition,
      ...rest,
      apt: system,
      ...(stages.length === 0 ? {} : { stages: Object.fromEntries(stages) as object }),
    } as ImageDefinition;
  });
