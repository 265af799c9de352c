import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instruction } from '../../src/ir/instruction.js';
import { shellWord } from '../../src/shell-word.js';
import { literal } from '../../src/text.js';
import { describeEngine, docker } from '../support/engine.js';
import { scanImage } from '../support/image-canary.js';
import { fromImage, isCarried, printed, printedWithFaults, programOf } from '../support/print-instructions.js';
import { readDockerfile } from '../support/read-dockerfile.js';

const IMAGE = 'injection-into-the-printer';
const BASE = 'debian:bookworm-slim';
/** A secret that stands nowhere as a whole, in no command either. */
const CANARY = 'c4n4ry-0f-the-tide';
const origins = [{ path: ['steps'] }];
const unmounted = { mounts: [], verbatim: false } as const;

/** Each would make /pwned if any reader took it for more than a value. */
const attacks = [
  'x\nRUN touch /pwned',
  'x\r\nRUN touch /pwned',
  'x\rRUN touch /pwned',
  'x"\nRUN touch /pwned\nLABEL a="',
  "x'\nRUN touch /pwned\n'",
  'x\\\nRUN touch /pwned',
  'x\\',
  'x \\',
  'x" b="$(touch /pwned)',
  '$(touch /pwned)',
  '`touch /pwned`',
  '${X:-$(touch /pwned)}',
  "'; touch /pwned; '",
  '"; touch /pwned; "',
  '; touch /pwned',
  '&& touch /pwned',
  '| touch /pwned',
  '# touch /pwned',
  'EOF\nRUN touch /pwned',
  '\nEOF\nRUN touch /pwned\n',
  '<<EOF\nRUN touch /pwned\nEOF',
  '["/bin/sh", "-c", "touch /pwned"]',
  '"], ["touch", "/pwned',
  '\u2028RUN touch /pwned',
  '\u2029RUN touch /pwned',
  '\u0085RUN touch /pwned',
  '\vRUN touch /pwned',
  '--mount=type=bind,target=/x touch /pwned',
  '-oDPkg::Pre-Invoke::=touch /pwned',
  'syntax=evil.invalid/frontend',
  'escape=`',
];

/** So many attacks one command carries: each command costs a container. */
const BATCH = 10;

/** Every place of a command that takes strings, but for scripts, which are commands. */
const commands: Readonly<Record<string, (attacks: readonly string[]) => Instruction>> = {
  'the id of a mount': (attacks) => ({
    kind: 'run',
    origins,
    script: { form: 'exec', argv: ['true'] },
    mounts: attacks.map((id, index) => ({ type: 'cache', target: `/cache/${index}`, id })),
    verbatim: false,
  }),
  'the target of a mount': (attacks) => ({
    kind: 'run',
    origins,
    script: { form: 'exec', argv: ['true'] },
    mounts: attacks.map((attack, index) => ({ type: 'tmpfs', target: `/t/${index}/${attack}` })),
    verbatim: false,
  }),
  'an argument of RUN': (attacks) => ({ kind: 'run', origins, script: { form: 'exec', argv: ['true', ...attacks] }, ...unmounted }),
  'a quoted word of a command': (attacks) => ({
    kind: 'run',
    origins,
    script: { form: 'commands', commands: [{ line: 'true', arguments: [...attacks.map(shellWord), 'x'], isolated: true }] },
    ...unmounted,
  }),
  'a package': (attacks) => ({
    ...{ kind: 'install', origins, manager: 'none', prepare: [], command: 'true', cacheOptions: [], noCacheOptions: [], options: [], cleanup: [] },
    ...{ caches: [], mounts: [], reads: [], sortable: true, mergeable: true },
    environment: attacks.map((value, index) => ({ name: `X${index}`, value })),
    packages: attacks.map((value) => ({ value, origin: origins[0]! })),
  }),
};

/** Every other place. */
const places: Readonly<Record<string, (attack: string) => Instruction>> = {
  ENV: (attack) => ({ kind: 'env', origins, entries: [{ name: 'A', value: literal(attack), origin: origins[0]! }] }),
  'a name of LABEL': (attack) => ({ kind: 'label', origins, entries: [{ name: attack, value: literal(attack), origin: origins[0]! }] }),
  ARG: (attack) => ({ kind: 'arg', origins, name: 'X', default: literal(attack) }),
  WORKDIR: (attack) => ({ kind: 'workdir', origins, path: literal(`/w/${attack}`) }),
  'a file': (attack) => ({ kind: 'file', origins, to: '/file', content: `${attack}\n`, expand: false }),
  'an expanded file': (attack) => ({ kind: 'file', origins, to: '/file', content: `${attack}\n`, expand: true }),
  'the path of a file': (attack) => ({ kind: 'file', origins, to: `/files/${attack}`, content: '', expand: false }),
  'the target of COPY': (attack) => ({
    kind: 'copy',
    origins,
    sources: ['/etc/passwd'],
    to: `/copied/${attack}`,
    from: { image: BASE },
    exclude: [],
  }),
  'an excluded pattern': (attack) => ({ kind: 'copy', origins, sources: ['/etc/passwd'], to: '/copied/', from: { image: BASE }, exclude: [attack] }),
  'a comment': (attack) => ({ kind: 'env', origins, comment: attack, entries: [{ name: 'A', value: literal('x'), origin: origins[0]! }] }),
  VOLUME: (attack) => ({ kind: 'volume', origins, paths: [`/v/${attack}`] }),
  CMD: (attack) => ({ kind: 'cmd', origins, command: { form: 'exec', argv: [attack] } }),
  'the shell form of CMD': (attack) => ({ kind: 'cmd', origins, command: { form: 'shell', line: attack } }),
  HEALTHCHECK: (attack) => ({ kind: 'healthcheck', origins, command: { form: 'exec', argv: [attack] }, interval: '30s', timeout: '3s' }),
  'the shell form of HEALTHCHECK': (attack) => ({ kind: 'healthcheck', origins, command: { form: 'shell', line: attack } }),
  USER: (attack) => ({ kind: 'user', origins, user: attack }),
  'a source of COPY': (attack) => ({ kind: 'copy', origins, sources: [`*${attack}*`], to: '/copied/', exclude: [] }),
  EXPOSE: (attack) => ({ kind: 'expose', origins, ports: [attack] }),
  SHELL: (attack) => ({ kind: 'shell', origins, argv: [attack, '-c'] }),
  ENTRYPOINT: (attack) => ({ kind: 'entrypoint', origins, command: { form: 'exec', argv: [attack] } }),
  'the shell form of ENTRYPOINT': (attack) => ({ kind: 'entrypoint', origins, command: { form: 'shell', line: attack } }),
  STOPSIGNAL: (attack) => ({ kind: 'stop-signal', origins, signal: attack }),
};

describeEngine('what somebody put into a value', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'injection-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    const images = docker(['images', '--quiet', IMAGE]).split('\n').filter(Boolean);
    if (images.length > 0) docker(['rmi', '--force', ...new Set(images)]);
  });

  const build = (text: string, ...options: readonly string[]) =>
    docker(['build', '--quiet', '--tag', `${IMAGE}:1`, ...options, '-'], { input: text });
  const historyLength = (image: string) => docker(['history', '--quiet', image]).split('\n').length;

  it.each([...Object.keys(places), ...Object.keys(commands)])('never becomes another instruction: %s', (place) => {
    const instructions = instructionsOf(place);
    // Once refused, nothing is left to build.
    if (instructions.length === 0) return expect(['EXPOSE', 'STOPSIGNAL']).toContain(place);
    const text = printed(programOf({ final: [fromImage(BASE), ...instructions] }));
    expect(readDockerfile(text).instructions.length).toBe(1 + instructions.length);
    build(text);
    expect(historyLength(`${IMAGE}:1`) - historyLength(BASE)).toBe(instructions.length);
    const find = ['--entrypoint', '/usr/bin/find', `${IMAGE}:1`, '/', '-maxdepth', '1', '-name', 'pwned'];
    const files = docker(['run', '--rm', '--user', '0', '--workdir', '/', '--no-healthcheck', ...find]);
    expect(files).toBe('');
  });

  it('never becomes another instruction: FROM', () => {
    const carried = attacks.flatMap((attack) => {
      const { text, diagnostics } = printedWithFaults(programOf({ final: [fromImage(attack)] }));
      return diagnostics.length === 0 ? [text] : [];
    });
    expect(carried).toEqual([]);
  });

  it.each(['syntax=evil.invalid/frontend', 'escape=`', 'check=error=true', '\nsyntax=evil.invalid/frontend'])(
    'never becomes a parser directive, though it is the first comment: %j',
    (comment) => {
      const label: Instruction = { kind: 'label', origins, entries: [{ name: 'path', value: ['C:\\'], origin: origins[0]! }] };
      build(printed(programOf({ final: [{ ...fromImage('scratch'), comment }, label] })));
      expect(docker(['image', 'inspect', '--format', '{{json .Config.Labels}}', `${IMAGE}:1`])).toBe('{"path":"C:\\\\"}\n');
    },
  );

  it('fails the build when a secret is missing, and is nowhere in the image when it is there', async () => {
    const run: Instruction = {
      kind: 'run',
      origins,
      script: { form: 'commands', commands: [{ line: 'grep -q ^c4n4ry /run/secrets/pip_token', arguments: [], isolated: false }] },
      mounts: [{ type: 'secret', id: 'pip_token' }],
      verbatim: false,
    };
    const text = printed(programOf({ final: [fromImage(BASE), run] }));
    // A step that an earlier build left in the cache would ask for nothing.
    expect(() => build(text, '--no-cache')).toThrow('secret pip_token: not found');
    writeFileSync(join(folder, 'token'), CANARY);
    build(text, '--provenance=mode=max', '--secret', `id=pip_token,src=${join(folder, 'token')}`);
    const { found, read } = await scanImage(`${IMAGE}:1`, CANARY);
    expect(found).toEqual([]);
    expect(Object.keys(read).sort()).toEqual(['attestation', 'config', 'layer', 'manifest']);
  });

  it('would be found if it came by ARG and a file', async () => {
    const text = `FROM ${BASE}\nARG TOKEN\nRUN printf %s "$TOKEN" > /token\n`;
    build(text, '--provenance=mode=max', '--build-arg', `TOKEN=${CANARY}`);
    expect((await scanImage(`${IMAGE}:1`, CANARY)).found).toEqual(['attestation', 'config', 'layer']);
  });
});

/** With every attack that the place can carry. */
function instructionsOf(place: string): readonly Instruction[] {
  const command = commands[place];
  if (command === undefined) return attacks.map(places[place]!).filter(isCarried);
  const carried = attacks.filter((attack) => isCarried(command([attack])));
  return carried.flatMap((_, index) => (index % BATCH === 0 ? [command(carried.slice(index, index + BATCH))] : []));
}
