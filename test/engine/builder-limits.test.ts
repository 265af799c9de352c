/** What Docker's builder cannot do: each told before the build, where the engine itself refuses it, or leaves it out without a word. */

import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canStartClassicEngine, startClassicEngine, type ClassicEngine } from '../support/classic-engine.js';
import { cli, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

interface Index {
  readonly manifests: readonly { readonly platform: { readonly os: string; readonly architecture: string } }[];
}

const name = 'builds-limits';
const image = `export default { name: '${name}', base: 'scratch', files: { '/tides': 'ebb' } };\n`;

function build(words: readonly string[], options: { definition?: string; env?: NodeJS.ProcessEnv } = {}) {
  const cwd = folderWith({ 'image.ts': options.definition ?? image });
  const env = { ...process.env, ACTIONS_RUNTIME_TOKEN: '', ...options.env };
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', '--quiet', '--engine', 'docker', ...words], { cwd, env, encoding: 'utf8' });
  return { status, stderr };
}

const others = 'docker buildx create --use, or turn on the containerd image store: "features": { "containerd-snapshotter": true } in daemon.json';

describeEngine('the builder', () => {
  describe.skipIf(!canStartClassicEngine)('of an engine with the classic image store (which root alone can start)', () => {
    let engine: ClassicEngine;

    beforeAll(async () => {
      engine = await startClassicEngine();
    });
    afterAll(() => engine.stop());

    it.each([
      ['--platform linux/amd64,linux/arm64', 'linux/amd64, linux/arm64', 'makes an image for one platform at a time', '--platform linux/amd64'],
      ['--cache-to type=local,dest=cache', '--cache-to type=local,dest=cache', 'keeps caches only in images', '--cache-to type=inline with --push'],
      [
        '--cache-to type=s3,region=sea,bucket=tide,secret_access_key=ebb',
        '--cache-to type=s3,region=sea,bucket=tide,secret_access_key=***',
        'keeps caches only in images',
        '--cache-to type=inline with --push',
      ],
      ['--provenance mode=max', '--provenance', 'writes no attestations', 'leave it out'],
      ['--sbom true', '--sbom', 'writes no attestations', 'leave it out'],
    ])('cannot do %s, which docker refuses', (words, option, fault, remedy) => {
      const env = { DOCKER_HOST: engine.host };
      expect(build(words.split(' '), { env })).toEqual({
        status: 2,
        stderr: `error: ${option}: the builder "default" ${fault}   (builder-limit)\nhint: ${remedy}, or a builder that has it: ${others}\n`,
      });
      const own = spawnSync('docker', ['build', ...words.split(' '), '-'], {
        input: 'FROM scratch\n',
        env: { ...process.env, ...env },
        encoding: 'utf8',
      });
      expect({ status: own.status, stderr: own.stderr }).toEqual({
        status: 1,
        stderr: expect.stringContaining('is not supported for the docker driver'),
      });
    });

    it('builds what is left', () => {
      const words = ['--platform', 'linux/amd64', '--cache-to', 'type=inline', '--provenance', 'false', '--pull'];
      expect(build(words, { env: { DOCKER_HOST: engine.host } }).status).toBe(0);
    });
  });

  describe("of an engine with containerd's", () => {
    afterAll(() => void docker(['image', 'rm', '--force', name]));

    it('builds for several platforms, attests, and keeps caches elsewhere', () => {
      const { status, stderr } = build(['--platform', 'linux/amd64,linux/arm64', '--provenance', 'mode=max', '--cache-to', 'type=local,dest=cache']);
      expect({ status, stderr: stderr.includes('(builder-limit)') }).toEqual({ status: 0, stderr: false });
      const archive = join(folderWith({}), 'image.tar');
      docker(['save', '--output', archive, name]);
      const index = JSON.parse(execFileSync('tar', ['-xOf', archive, 'index.json'], { encoding: 'utf8' })) as {
        manifests: readonly { digest: string }[];
      };
      const [{ digest }] = index.manifests as readonly [{ digest: string }];
      const list = JSON.parse(execFileSync('tar', ['-xOf', archive, `blobs/${digest.replace(':', '/')}`], { encoding: 'utf8' })) as Index;
      expect(list.manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)).toEqual([
        ...['linux/amd64', 'linux/arm64', 'unknown/unknown', 'unknown/unknown'],
      ]);
    });

    it('says that it does not run commands of another processor', () => {
      const { status, stderr } = build(['--platform', 'linux/s390x', '--', '--call=outline'], {
        definition: image.replace("'scratch'", "'debian:bookworm-slim', run: ['true']"),
      });
      expect({ status, stderr: stderr.split('\n').slice(0, 2) }).toEqual({
        status: 0,
        stderr: [
          'warning: the builder "default" does not say that it runs commands for linux/s390x   (foreign-platform)',
          'hint: an emulator runs them: docker run --privileged --rm tonistiigi/binfmt --install s390x; or a builder of that platform: docker buildx create --append',
        ],
      });
    });

    it('shows no key of a cache, in its lines or its data', () => {
      const words = ['build', '--engine', 'docker', '--json', '--cache-to', 'type=local,dest=cache,token=ebb'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: folderWith({ 'image.ts': image }), encoding: 'utf8' });
      const { commands } = JSON.parse(stdout) as { commands: readonly (readonly string[])[] };
      expect({ status, option: commands[0]!.find((word) => word.includes('token')), lines: stderr.match(/token=\S*/g) }).toEqual({
        status: 0,
        option: 'type=local,dest=cache,token=***',
        lines: ["token=***'"],
      });
    });

    it('says that the cache of GitHub is out of reach, which docker does not', () => {
      const lines = (env: NodeJS.ProcessEnv) => build(['--cache-to', 'type=gha'], { env }).stderr.split('\n');
      expect(lines({})[0]).toBe(
        'warning: --cache-to type=gha: ACTIONS_RUNTIME_TOKEN is not set, and Docker leaves the cache out without a word   (cache-left-out)',
      );
    });
  });

  describe('elsewhere', () => {
    const builder = `builds-limits-${process.pid}`;

    beforeAll(() => void docker(['buildx', 'create', '--name', builder, '--driver', 'remote', 'tcp://127.0.0.1:9']));
    afterAll(() => void docker(['buildx', 'rm', builder]));

    it('is not given an image that stands on one that the engine alone has', () => {
      const definition = `const sea = { name: 'sea', base: 'scratch' };\nexport default { sea, tide: { name: 'tide', base: sea } };\n`;
      expect(build(['--', '--builder', builder], { definition })).toEqual({
        status: 2,
        stderr: `error: "tide" is made from "sea", and the builder "${builder}" (remote) looks for images at registries only   (builder-limit)
hint: build all at once: imagewright generate --format bake && docker buildx bake --load; or --push each; or take the engine's own builder: -- --builder default
`,
      });
    });
  });
});
