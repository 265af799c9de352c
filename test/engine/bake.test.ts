/**
 * docker-bake.json, as `docker buildx bake` reads it: an image that stands on another, and copies from a third, none of which was built before; on the engine, and on a builder of the
 * driver `remote`, which has a cache in a registry.
 */

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const image = `const sea = { name: 'g-bake-sea', base: 'debian:bookworm-slim', args: { SEA_LEVEL: null }, run: ['echo "level $SEA_LEVEL" > /sea'] };
const moon = { name: 'team/g-bake-moon', registry: 'registry.example.org', version: '1', base: 'debian:bookworm-slim', context: 'sky', copy: { moon: '/moon' } };
export default {
  tide: {
    name: 'g-bake-tide',
    version: '1',
    base: sea,
    copy: [{ image: 'registry.example.org/team/g-bake-moon:1', from: '/moon', to: '/moon' }],
    cmd: ['cat', '/sea', '/moon'],
  },
  sea,
  moon,
};
`;

const tags = ['g-bake-tide:1', 'g-bake-sea:latest', 'registry.example.org/team/g-bake-moon:1'];

describeEngine('docker buildx bake', () => {
  afterAll(() => {
    vi.unstubAllEnvs();
    for (const tag of tags) docker(['image', 'rm', '--force', tag]);
  });

  it('builds all images of a project, each after those that it is made from', () => {
    const folder = folderWith({ 'image.ts': image, 'sky/moon': 'full\n' });
    imagewright(['generate'], folder);
    imagewright(['generate', '--format', 'bake'], folder);
    rmSync(`${folder}/image.ts`);
    const printed = JSON.parse(docker(['buildx', 'bake', '--print'], { cwd: folder })) as { target: Record<string, { args?: object }> };
    expect(Object.keys(printed.target).sort()).toEqual(['moon', 'sea', 'tide']);
    expect(printed.target['sea']?.args).toBeUndefined();
    vi.stubEnv('SEA_LEVEL', '3');
    docker(['buildx', 'bake', '--load'], { cwd: folder });
    expect(docker(['run', '--rm', 'g-bake-tide:1'])).toBe('level 3\nfull\n');
    const label = '{{index .Config.Labels "imagewright.project"}}';
    expect(docker(['image', 'inspect', '--format', label, ...tags])).toBe('g-bake-tide\ng-bake-sea\nregistry.example.org/team/g-bake-moon\n');
  });
});

/** The engine's BuildKit behind a port, as a buildkitd on another machine is: whoever comes is connected to it. */
async function startRemoteBuilder() {
  const server = createServer((socket) => {
    const dial = spawn('docker', ['buildx', '--builder', 'default', 'dial-stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    socket.pipe(dial.stdin.on('error', () => undefined));
    dial.stdout.pipe(socket);
    socket.on('error', () => undefined).on('close', () => dial.kill());
    dial.on('close', () => socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const name = `builds-remote-${process.pid}`;
  docker(['buildx', 'create', '--name', name, '--driver', 'remote', `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`]);
  const stop = () => {
    docker(['buildx', 'rm', name]);
    server.close();
  };
  return { name, stop };
}

const run = promisify(execFile);
const REGISTRY = '127.0.0.1:5000';

describeEngine('a builder elsewhere', () => {
  // Another name each time: no registry has it yet.
  const repository = `${REGISTRY}/builds-remote-${process.pid}`;
  const tables = `const sea = { name: 'sea', version: '1', registry: '${repository}', base: 'debian:bookworm-slim', run: ['echo level ${process.pid} > /sea'] };
export default { sea, tide: { name: 'tide', version: '1', registry: '${repository}', base: sea, cmd: ['cat', '/sea'] } };
`;

  describe('with a cache in a registry', () => {
    it('bakes images that stand on each other, pushes them, and finds all in the cache the next time', async () => {
      const folder = folderWith({ 'image.ts': tables });
      imagewright(['generate', '--format', 'bake'], folder);
      imagewright(['generate'], folder);
      const builder = await startRemoteBuilder();
      try {
        const caches = ['sea', 'tide'].flatMap((name) => [
          ...['--set', `${name}.cache-from=type=registry,ref=${repository}/${name}:cache`],
          ...['--set', `${name}.cache-to=type=registry,ref=${repository}/${name}:cache,mode=max`],
        ]);
        const bake = ['buildx', 'bake', '--builder', builder.name, '--progress', 'plain', ...caches];
        await run('docker', [...bake, '--push'], { cwd: folder });
        const again = await run('docker', [...bake, '--push'], { cwd: folder });
        expect(again.stderr).toContain(`importing cache manifest from ${repository}/sea:cache`);
        // Both images hold this step; the builder does it once, and shows it as a step of either.
        expect(again.stderr).toMatch(/^(#\d+) \[(?:sea|tide) 2\/2\] RUN echo level .*\n(?:.*\n)*?\1 CACHED$/m);
      } finally {
        builder.stop();
      }
      expect(docker(['run', '--rm', `${repository}/tide:1`])).toBe(`level ${process.pid}\n`);
      docker(['image', 'rm', '--force', ...['sea', 'tide'].map((name) => `${repository}/${name}:1`)]);
    });
  });
});
