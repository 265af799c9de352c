import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cli } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
const tag = 'imagewright-build-test:1';

function imagewright(args: readonly string[], definition: string) {
  writeFileSync(join(folder, 'image.ts'), definition);
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', input: '' });
  return { status, stdout, stderr };
}

describeEngine('the verbs, with an engine', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    docker(['image', 'rm', '-f', tag]);
  });

  const image = `export default {
  name: 'imagewright-build-test',
  version: '1',
  base: 'debian:bookworm-slim',
  workdir: '/srv',
  cmd: ['sh', '-c', 'echo ebb; id -u > results/uid; exit 3'],
  container: { mounts: [{ host: 'results', to: '/srv/results' }], user: 'caller' },
};
`;

  it('says that an image has not been built', () => {
    docker(['image', 'rm', '-f', tag]);
    expect(imagewright(['run'], image)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: there is no image ${tag} yet   (no-image)\nhint: make it with "imagewright build"\n`,
    });
  });

  it('builds, runs, ends with the code of the container, and mounts a folder that belongs to the caller', () => {
    expect(imagewright(['build'], image).status).toBe(0);
    expect(imagewright(['run'], image)).toEqual({ status: 3, stdout: 'ebb\n', stderr: '' });
    expect(readdirSync(join(folder, 'results'))).toEqual(['uid']);
    expect(statSync(join(folder, 'results/uid')).uid).toBe(process.getuid?.());
  });

  it('build, check and run an image.json', () => {
    const json = mkdtempSync(join(folder, 'json-'));
    const definition = {
      $schema: './image.schema.json',
      name: 'imagewright-build-test',
      version: '1',
      base: 'debian:bookworm-slim',
      steps: [
        { kind: 'copy', from: 'tides', to: '/srv/' },
        { kind: 'run', script: 'cat /srv/tides /mnt/more > /srv/all', mounts: [{ kind: 'bind', source: 'more', target: '/mnt/more' }] },
        { kind: 'env', variables: { PATH: { kind: 'expand', text: '/opt/bin:$PATH' } } },
      ],
      cmd: 'cat /srv/all; echo ${PATH%%:*}',
    };
    for (const [name, text] of Object.entries({ 'image.json': JSON.stringify(definition), tides: 'ebb\n', more: 'flood\n' }))
      writeFileSync(join(json, name), text);
    const verb = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { cwd: json, encoding: 'utf8', input: '' });
    expect(verb('build').status).toBe(0);
    expect(verb('check').status).toBe(0);
    const { status, stdout } = verb('run');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ebb\nflood\n/opt/bin\n' });
  });

  it('build for the legacy builder without history, secrets and what "ignore" leaves out', () => {
    const legacy = mkdtempSync(join(folder, 'legacy-'));
    const definition = {
      ...{
        $schema: './image.schema.json',
        name: 'imagewright-build-test',
        version: '1',
        base: 'debian:bookworm-slim',
        dockerfile: { for: 'legacy' },
      },
      ...{ copy: { '.': '/srv/' }, ignore: ['*.bam'], cmd: ['find', '/srv', '-type', 'f'] },
    };
    mkdirSync(join(legacy, '.git'));
    for (const name of ['.git/config', '.env', 'reads.bam', 'tides']) writeFileSync(join(legacy, name), '');
    writeFileSync(join(legacy, 'image.json'), JSON.stringify(definition));
    const verb = (...args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { cwd: legacy, encoding: 'utf8', input: '' });
    const { status, stderr } = verb('build');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('The legacy builder is deprecated') });
    const { stdout } = verb('run');
    expect(stdout).toBe('/srv/tides\n');
    // Besides those that builds of this name have left without one.
    const { images } = JSON.parse(verb('images', '--json').stdout) as { images: readonly unknown[] };
    expect(images).toContainEqual(expect.objectContaining({ repository: 'imagewright-build-test', tag: '1' }));
  });

  it("passes on a failed build: the engine's progress and its exit code", () => {
    const ended = imagewright(['build', '--', '--progress=plain'], image.replace("workdir: '/srv',", "run: ['echo flow; exit 9'],"));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('exit code: 9');
    expect(ended.stderr.split('\n').slice(-7)).toEqual([
      'image.ts:5:9 error run[0]: "echo flow; exit 9" ended with exit code 9   (build-failed)',
      "  5 |   run: ['echo flow; exit 9'],",
      '    |         ^^^^^^^^^^^^^^^^^^^',
      'what it printed:',
      '  | flow',
      'docker ended with 1',
      '',
    ]);
  });

  it('warns of what the builder finds odd, where image.ts says it', () => {
    const odd = `import { raw } from 'imagewright';\nexport default { name: 'imagewright-build-test', version: '1', base: 'debian:bookworm-slim', steps: [raw('MAINTAINER someone')] };\n`;
    const ended = imagewright(['build'], odd);
    expect(ended.status).toBe(0);
    expect(ended.stderr.split('\n').filter((line) => line.includes('warning'))).toEqual([
      'image.ts:2:102 warning steps[0]: MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label   (engine-warning)',
    ]);
  });

  it('takes hostile names for names', () => {
    mkdirSync(join(folder, 'keep'), { recursive: true });
    const ended = imagewright(['build', '--tag=$(touch pwned); touch pwned'], image);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain('(bad-tag)');
    expect(readdirSync(folder)).not.toContain('pwned');
  });
});
