import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import { printDockerignore } from '../../src/print/dockerignore.js';
import { shellWord } from '../../src/shell-word.js';
import { literal } from '../../src/text.js';
import { describeEngine, docker } from '../support/engine.js';
import { nastyString } from '../support/nasty-strings.js';
import { fromImage, isCarried, printed, programOf } from '../support/print-instructions.js';

const IMAGE = 'read-back-of-the-printer';
const origins = [{ path: ['steps'] }];
const unmounted = { mounts: [], verbatim: false } as const;

/** The first `count` of the generated strings that the instruction made of them can carry. */
function carriedStrings(count: number, seed: number, write: (value: string) => Instruction): readonly string[] {
  return fc
    .sample(nastyString, { numRuns: count * 8, seed })
    .filter((value) => isCarried(write(value)))
    .slice(0, count);
}

const env = (value: string, index = 0): Instruction => ({
  kind: 'env',
  origins,
  entries: [{ name: `A${index}`, value: literal(value), origin: origins[0]! }],
});
const label = (value: string, index = 0): Instruction => ({
  kind: 'label',
  origins,
  entries: [{ name: `${index}.${value.replaceAll('=', '')}`, value: literal(value), origin: origins[0]! }],
});
const cmd = (...argv: readonly string[]): Instruction => ({ kind: 'cmd', origins, command: { form: 'exec', argv } });
const entrypoint = (...argv: readonly string[]): Instruction => ({ kind: 'entrypoint', origins, command: { form: 'exec', argv } });
const user = (value: string): Instruction => ({ kind: 'user', origins, user: value });
const workdir = (value: string): Instruction => ({ kind: 'workdir', origins, path: literal(`/w/${value}`) });
const run = (...argv: readonly string[]): Instruction => ({ kind: 'run', origins, script: { form: 'exec', argv }, ...unmounted });

interface Config {
  readonly Env: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly Cmd: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly User: string;
  readonly WorkingDir: string;
}

describeEngine('what the engine reads from printed Dockerfiles', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'read-back-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    const images = docker(['images', '--quiet', IMAGE]).split('\n').filter(Boolean);
    if (images.length > 0) docker(['rmi', '--force', ...new Set(images)]);
  });

  /** Builds with the folder as context and gives the exported files. */
  function exported(program: Program): string {
    const output = mkdtempSync(join(folder, 'out-'));
    const dockerfile = join(folder, 'Dockerfile');
    writeFileSync(dockerfile, printed(program));
    writeFileSync(`${dockerfile}.dockerignore`, printDockerignore(program));
    docker(['build', '--quiet', '--output', `type=local,dest=${output}`, '--file', dockerfile, folder]);
    return output;
  }

  it('is the string that was put in: 1,280 in ENV, LABEL, CMD, ENTRYPOINT, USER and WORKDIR', () => {
    const images = 40;
    const envs = carriedStrings(10 * images, 1, env);
    const labels = carriedStrings(10 * images, 2, label);
    const words = carriedStrings(10 * images, 3, (value) => cmd(value));
    const users = carriedStrings(images, 4, user);
    const workdirs = carriedStrings(8 * images, 5, workdir).filter((value) => posix.join('/w', value) === `/w/${value}` && !/\/$|^$/.test(value));
    expect(workdirs.length).toBeGreaterThanOrEqual(images);
    for (let image = 0; image < images; image += 1) {
      const part = (list: readonly string[]) => list.slice(10 * image, 10 * image + 10);
      const instructions = [
        fromImage('scratch'),
        ...part(envs).map(env),
        ...part(labels).map(label),
        workdir(workdirs[image]!),
        user(users[image]!),
        entrypoint('x', ...part(words).slice(0, 5)),
        cmd('x', ...part(words).slice(5)),
      ];
      docker(['build', '--quiet', '--tag', `${IMAGE}:${image}`, '-'], { input: printed(programOf({ final: instructions })) });
    }
    const names = Array.from({ length: images }, (_, image) => `${IMAGE}:${image}`);
    const configs = (JSON.parse(docker(['image', 'inspect', ...names])) as { Config: Config }[]).map(({ Config }) => Config);
    expect(configs.flatMap(({ Env }) => Env.filter((entry) => /^A\d/.test(entry)).map((entry) => entry.replace(/^A\d+=/, '')))).toEqual(envs);
    const readLabels = configs.flatMap(({ Labels }) => Object.entries(Labels).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(readLabels).toEqual(labels.map((value, index) => [`${index % 10}.${value.replaceAll('=', '')}`, value]));
    expect(configs.flatMap(({ Entrypoint, Cmd }) => [...Entrypoint.slice(1), ...Cmd.slice(1)])).toEqual(words);
    expect(configs.map(({ User }) => User)).toEqual(users);
    expect(configs.map(({ WorkingDir }) => WorkingDir)).toEqual(workdirs.slice(0, images).map((value) => `/w/${value}`));
  });

  it('is the file that was named: COPY from a stage, both paths', () => {
    const copy = (name: string, index = 0): Instruction => ({
      kind: 'copy',
      origins,
      // A name that has pattern characters is written as a pattern that matches it alone.
      sources: [`/files/${index}${name.replace(/[*?[\\]/g, (character) => (character === '\\' ? '[\\\\]' : `[${character}]`))}`],
      to: `/copied/${index}${name}`,
      from: { stage: 'build' },
      exclude: [],
    });
    const names = carriedStrings(400, 6, copy)
      .filter((name) => !name.includes('/'))
      .slice(0, 150);
    const paths = names.map((name, index) => `/files/${index}${name}`);
    const script = 'mkdir /files; for path; do printf %s "$path" > "$path"; done';
    const build = [fromImage('debian:bookworm-slim'), run('/bin/sh', '-c', script, 'sh', ...paths)];
    const output = exported(programOf({ build, final: [fromImage('scratch'), ...names.map(copy)] }));
    const found = readdirSync(join(output, 'copied')).map((name) => [name, readFileSync(join(output, 'copied', name), 'utf8')]);
    expect(new Map(found as [string, string][])).toEqual(new Map(names.map((name, index) => [`${index}${name}`, paths[index]!])));
  });

  it('is the file that was named: COPY from the context', () => {
    const copy = (name: string, index = 0): Instruction => ({
      kind: 'copy',
      origins,
      sources: [`${index}${name}`],
      to: `/copied/${index}`,
      exclude: [],
    });
    const names = carriedStrings(400, 7, copy)
      .filter((name) => !/[/*?[]/.test(name))
      .slice(0, 60);
    names.forEach((name, index) => writeFileSync(join(folder, `${index}${name}`), name));
    const output = exported(programOf({ final: [fromImage('scratch'), ...names.map(copy)] }));
    const found = names.map((_, index) => readFileSync(join(output, 'copied', `${index}`), 'utf8'));
    expect(found).toEqual(names);
  });

  it('is the command that was written: RUN as a line, as a script and as an argument list', () => {
    const line = (value: string): Instruction => ({
      kind: 'run',
      origins,
      script: { form: 'commands', commands: [{ line: `printf '%s\\0' ${shellWord(value)} >> /line`, arguments: [], isolated: false }] },
      ...unmounted,
    });
    const script = (values: readonly string[]): Instruction => ({
      kind: 'run',
      origins,
      script: { form: 'script', text: values.map((value) => `printf '%s\\0' ${shellWord(value)} >> /script`).join('\n') },
      ...unmounted,
    });
    const lines = carriedStrings(40, 8, line);
    const scripts = carriedStrings(100, 9, (value) => script([value]));
    const words = carriedStrings(100, 10, (value) => run('echo', value));
    const build = [
      fromImage('debian:bookworm-slim'),
      ...lines.map(line),
      script(scripts),
      run('/bin/sh', '-c', `printf '%s\\0' "$@" > /words`, 'sh', ...words),
    ];
    const copied: Instruction = { kind: 'copy', origins, sources: ['/line', '/script', '/words'], to: '/', from: { stage: 'build' }, exclude: [] };
    const output = exported(programOf({ build, final: [fromImage('scratch'), copied] }));
    const read = (name: string) => readFileSync(join(output, name), 'utf8').split('\0').slice(0, -1);
    expect(read('line')).toEqual(lines);
    expect(read('script')).toEqual(scripts);
    expect(read('words')).toEqual(words);
  });

  it('is whole where it is longer than a line may be', () => {
    const long = 'The quick brown "fox" costs $5, \\\\ and jumps # over 中🧪 '.repeat(2_000);
    const argument = long.slice(0, 60_000);
    const instructions: readonly Instruction[] = [
      fromImage('debian:bookworm-slim'),
      env(long),
      label(argument),
      cmd('echo', long),
      {
        kind: 'run',
        origins,
        script: { form: 'commands', commands: [{ line: `printf %s ${shellWord(argument)} > /long`, arguments: [], isolated: false }] },
        ...unmounted,
      },
      run('/bin/sh', '-c', 'printf %s "$1" > /longer', 'sh', argument),
    ];
    docker(['build', '--quiet', '--tag', `${IMAGE}:long`, '-'], { input: printed(programOf({ final: instructions })) });
    const [{ Config }] = JSON.parse(docker(['image', 'inspect', `${IMAGE}:long`])) as [{ Config: Config }];
    expect(Config.Env.at(-1)).toBe(`A0=${long}`);
    expect(Object.values(Config.Labels)).toEqual([argument]);
    expect(Config.Cmd).toEqual(['echo', long]);
    // The variable would be too long an argument for any program of the image.
    const files = docker(['run', '--rm', '--env', 'A0=', `${IMAGE}:long`, 'cat', '/long', '/longer']);
    expect(files).toBe(argument + argument);
  });

  it('raises no warning of docker build --check, whatever the instruction', () => {
    const check = (instructions: readonly Instruction[]) =>
      docker(['build', '--check', '-'], {
        input: printed(programOf({ build: [fromImage('debian:bookworm-slim')], final: [fromImage('scratch'), ...instructions] })),
      });
    const command = (line: string) => ({ line, arguments: ['a', "'b c'"], isolated: true });
    const instructions: readonly Instruction[] = [
      { kind: 'arg', origins, name: 'VERSION', default: ['1 2'], comment: 'VERSION of all' },
      {
        kind: 'env',
        origins,
        comment: 'System\n\npackages \\',
        entries: [1, 2].map((number) => ({ name: `A${number}`, value: [' $x " '], origin: origins[0]! })),
      },
      { kind: 'shell', origins, argv: ['/bin/bash', '-c'] },
      { kind: 'workdir', origins, path: ['/two words/', { variable: 'VERSION' }] },
      {
        kind: 'copy',
        origins,
        sources: ['/etc/os-release', '/etc/pass*'],
        to: './a b/',
        from: { stage: 'build' },
        chown: '1:1',
        exclude: ['x y', '*.z'],
      },
      { kind: 'file', origins, to: '/f', content: 'EOF\n', chmod: '0755', expand: false },
      {
        kind: 'run',
        origins,
        script: { form: 'commands', commands: [command('ls'), command('cd / # root')] },
        mounts: [{ type: 'tmpfs', target: '/a,b c' }],
        verbatim: false,
      },
      {
        kind: 'run',
        origins,
        script: { form: 'commands', commands: [command('ls'), command('cd /')] },
        mounts: [{ type: 'cache', target: '/c' }],
        verbatim: false,
      },
      { kind: 'run', origins, script: { form: 'script', text: 'a \\\n\n  b' }, ...unmounted },
      { kind: 'expose', origins, ports: ['8000-8010/tcp'] },
      { kind: 'volume', origins, paths: ['/a b', '/c'] },
      { kind: 'healthcheck', origins, command: { form: 'shell', line: 'true' }, interval: '30s', retries: 3 },
      { kind: 'stop-signal', origins, signal: 'SIGINT' },
      entrypoint('a'),
      cmd('b'),
      label('x y'),
      user('1000:1000'),
    ];
    expect(check(instructions)).toContain('Check complete, no warnings found.');
  });
});
