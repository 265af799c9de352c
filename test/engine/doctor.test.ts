/** `doctor` on the real engine and the real registries: each finding is brought about. */

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cli, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const REGISTRY = '127.0.0.1:5001';

interface Check {
  readonly subject: string;
  readonly message: string;
  readonly hint?: string;
  readonly state: string;
}

function doctor(image: string, env: Readonly<Record<string, string>> = {}, uid?: number): Readonly<Record<string, Check>> {
  const folder = folderWith({ 'image.json': image, 'docs/tides.md': '' });
  for (const each of [dirname(folder), folder]) chmodSync(each, 0o755);
  const { stdout } = spawnSync(process.execPath, [cli, 'doctor', '--engine', 'docker', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const { checks } = JSON.parse(stdout) as { checks: readonly Check[] };
  return Object.fromEntries(checks.map((check) => [check.subject, check]));
}

const plain = '{ "base": "debian:bookworm-slim" }';

describeEngine('doctor', () => {
  it('tells the builder, its frontend, the room, and a platform that nothing here can run', () => {
    const foreign = docker(['buildx', 'inspect']).includes('linux/s390x') ? [] : ['linux/s390x'];
    const found = doctor(JSON.stringify({ base: 'debian:bookworm-slim', platforms: ['linux/amd64', ...foreign] }));
    expect(found['engine docker']).toMatchObject({ state: 'ok', message: expect.stringMatching(/^\d+\.\d+.* \(server \d+\.\d+.*\)$/) });
    expect(Object.values(found).find(({ subject }) => subject.startsWith('builder '))).toMatchObject({
      state: 'ok',
      message: expect.stringMatching(/^driver docker, frontend 1\.\d+$/),
    });
    expect(found['disk']).toMatchObject({ message: expect.stringMatching(/^\d.* free where the engine keeps images$/) });
    expect(found['platform linux/amd64']).toEqual({ subject: 'platform linux/amd64', message: 'the builder runs it', state: 'ok' });
    for (const platform of foreign) {
      expect(found[`platform ${platform}`]).toMatchObject({ state: 'finding', hint: expect.stringContaining('tonistiigi/binfmt --install s390x') });
    }
  });

  it('tells whether a registry answers, and who is logged in', async () => {
    const config = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-doctor-')));
    onTestFinished(() => rmSync(config, { recursive: true, force: true }));
    const image = JSON.stringify({ name: 'tides', version: '1', registry: `${REGISTRY}/team`, base: 'debian:bookworm-slim' });
    const env = { DOCKER_CONFIG: config };
    expect(doctor(image, env)[`registry ${REGISTRY}`]).toEqual({
      subject: `registry ${REGISTRY}`,
      message: 'it answers, and nobody is logged in',
      hint: `before a push: docker login ${REGISTRY}`,
      state: 'note',
    });
    docker(['login', REGISTRY, '--username', 'tester', '--password-stdin'], { input: 'tester', env: { ...process.env, ...env } });
    expect(doctor(image, env)[`registry ${REGISTRY}`]).toMatchObject({ state: 'ok', message: 'it answers, and you are logged in' });
    const closed = await closedPort();
    expect(doctor(image.replace(REGISTRY, `127.0.0.1:${closed}`), env)[`registry 127.0.0.1:${closed}`]).toMatchObject({
      state: 'note',
      message: 'it does not answer: ECONNREFUSED',
    });
  });

  it('tells of an engine that is not up, and of one that is not allowed', () => {
    expect(doctor(plain, { DOCKER_HOST: 'unix:///nowhere/docker.sock' })['engine docker']).toMatchObject({
      state: 'finding',
      message: expect.stringContaining('it does not answer: '),
      hint: 'DOCKER_HOST is unix:///nowhere/docker.sock: start the engine there, or "unset DOCKER_HOST" for the usual one',
    });
    const socket = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace('unix://', '');
    if (process.getuid?.() !== 0 || !existsSync(socket)) return;
    const denied = doctor(plain, { DOCKER_CONFIG: '/nonexistent', HOME: '/nonexistent' }, 65534)['engine docker'];
    expect(denied).toMatchObject({
      state: 'finding',
      message: expect.stringMatching(/permission denied/i),
      hint: expect.stringContaining('usermod -aG docker'),
    });
  });

  it('tells of a proxy that builds do not get, without what stands in it', () => {
    const config = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-doctor-')));
    onTestFinished(() => rmSync(config, { recursive: true, force: true }));
    const env = { DOCKER_CONFIG: config, HTTPS_PROXY: 'http://tester:secret@proxy.example.org:3128' };
    expect(doctor(plain, env)['proxy']).toEqual({
      subject: 'proxy',
      message: 'HTTPS_PROXY is set here, and builds do not get it',
      hint: 'say it to Docker: "proxies" in ~/.docker/config.json, https://docs.docker.com/engine/cli/proxy/',
      state: 'note',
    });
    expect(JSON.stringify(doctor(plain, env))).not.toContain('secret');
    writeFileSync(join(config, 'config.json'), '{ "proxies": { "default": { "httpsProxy": "http://proxy.example.org:3128" } } }');
    expect(doctor(plain, env)['proxy']).toBeUndefined();
  });
});

/** A port of this machine where nobody listens. */
async function closedPort(): Promise<number> {
  const server = await new Promise<Server>((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
