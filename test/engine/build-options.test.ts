/** Options of `build` as one types them for any engine: secrets, an SSH key, bases from their registry, a cache in a registry; on Docker and on Buildah. */

import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const REGISTRY = '127.0.0.1:5000';
const base = `${REGISTRY}/builds-options-base:${process.pid}`;
const name = `builds-options-${process.pid}`;
const cache = `${REGISTRY}/builds-options-cache-${process.pid}`;

const definition = `export default {
  name: '${name}', version: '1', base: { image: '${base}', distro: 'debian:bookworm' },
  run: [{
    script: 'test "$(wc -c < /run/secrets/token)" = 5 && test -S "$SSH_AUTH_SOCK" && echo ${process.pid} > /tides',
    mounts: [{ kind: 'secret', id: 'token' }, { kind: 'ssh', required: true }],
  }],
  cmd: ['cat', '/tides'],
};
`;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

const isReady = (engine: string) => engine === 'docker' || spawnSync(engine, ['inspect', '--type', 'image', 'debian:bookworm-slim']).status === 0;

describeEngine('build', () => {
  beforeAll(() => {
    docker(['tag', 'debian:bookworm-slim', base]);
    docker(['push', base]);
  });
  afterAll(() => {
    docker(['image', 'rm', '--force', base, `${name}:1`]);
    if (isReady('buildah')) spawnSync('buildah', ['rmi', '--force', `localhost/${name}:1`, base]);
  });

  describe.each(['docker', 'buildah'])('by %s', (engine) => {
    it.skipIf(!isReady(engine) && (process.env['CI'] ?? '') === '')(
      'gives secrets and a key to commands, asks the registry for the base, and keeps a cache there',
      async () => {
        const folder = folderWith({ 'image.ts': definition, key });
        const given = ['--secret', 'id=token,env=TIDE_TOKEN', '--ssh', 'default=key', '--pull'];
        const caches = ['--cache-from', `type=registry,ref=${cache}-${engine}`, '--cache-to', `type=registry,ref=${cache}-${engine}`];
        const build = (words: readonly string[], env: NodeJS.ProcessEnv = { TIDE_TOKEN: 'flood' }) => {
          const ended = spawnSync(process.execPath, [cli, 'build', '--engine', engine, '--progress', 'plain', ...words], {
            cwd: folder,
            env: { ...process.env, SSH_AUTH_SOCK: '', ...env },
            encoding: 'utf8',
          });
          return { status: ended.status, said: `${ended.stdout}${ended.stderr}` };
        };
        expect(build(['--ssh', 'default=key']).said).toContain('(ungiven-secret)');
        expect(build([...given, ...caches], { TIDE_TOKEN: 'ebb' }).status).not.toBe(0);
        const { status, said } = build([...given, ...caches]);
        expect({ status, said }).toMatchObject({ status: 0 });
        expect(said).not.toContain('flood');
        const { tags } = (await (await fetch(`http://${cache.replace('/', '/v2/')}-${engine}/tags/list`)).json()) as { tags: readonly string[] };
        expect(tags.length).toBeGreaterThan(0);
        // Nothing has changed: no secret is read any more.
        expect(build([...given, ...caches], { TIDE_TOKEN: 'ebb' }).status).toBe(0);
        expect(build([...given, '--no-cache'], { TIDE_TOKEN: 'ebb' }).status).not.toBe(0);
      },
    );
  });
});
