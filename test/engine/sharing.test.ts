/**
 * Sharing, with the engine and its two registries: one that anybody may use, and one that wants a user and a password. Logins are kept in folders of the tests' own.
 */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { findProgram } from '../../src/engine/find-program.js';
import { describeBuildah } from '../support/buildah.js';
import { cli, folderWith, programFolder, type Ended } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const OPEN = '127.0.0.1:5000';
const CLOSED = '127.0.0.1:5001';
const [USER, PASSWORD] = ['tester', 'tester'];

/** Of this run alone: another may go on beside it. */
const team = `sharing-test-${process.pid}`;
const SHARED_CONFIG = process.env['DOCKER_CONFIG'] ?? join(process.env['HOME'] ?? '/', '.docker');

const definition = (registry: string, more = '') =>
  `export default { name: 'tides', version: '1', registry: '${registry}', base: 'scratch', copy: { ebb: '/' }${more} };\n`;

/** A folder with an image.ts, and an engine that knows no registry. */
function shellIn(text: string, env: NodeJS.ProcessEnv = {}, files: Readonly<Record<string, string>> = { ebb: 'flood\n' }) {
  const config = { cliPluginsExtraDirs: [join(SHARED_CONFIG, 'cli-plugins')] };
  const logins = folderWith({ 'config.json': JSON.stringify(config), 'auth.json': '{}' });
  const folder = folderWith({ 'image.ts': text, ...files });
  const own = { ...process.env, DOCKER_CONFIG: logins, REGISTRY_AUTH_FILE: join(logins, 'auth.json'), ...env };
  const imagewright = (args: readonly string[], input = '') => ended([process.execPath, cli, ...args], folder, own, input);
  const login = (...options: readonly string[]) => imagewright(['login', CLOSED, '-u', USER, '--password-stdin', ...options], PASSWORD);
  return { folder, env: own, imagewright, login };
}

/** Not while it is waited for: servers of ours are to answer meanwhile. */
function ended([program = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv, input: string): Promise<Ended> {
  const child = spawn(program, args, { cwd, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

/** What it ends with, and the last thing that it says: the error and its remedy. */
function fault({ status, stderr }: Ended): readonly [status: number | null, code: string | undefined, message: string, hint: string | undefined] {
  const [, message = stderr, code, hint] = /^error: (.*?)   \((\S+)\)\n(?:hint: (.*)\n)?$/m.exec(stderr) ?? [];
  return [status, code, message.split(': ')[0]!, hint];
}

const idOf = (name: string) => docker(['image', 'inspect', '--format', '{{.Id}}', name]).trim();

describeEngine('sharing, with docker', () => {
  const names: string[] = [];
  afterAll(() => names.forEach((name) => docker(['image', 'rm', '-f', name])));

  it('is login, push, and the pull of a colleague who has image.ts alone', async () => {
    const name = `${CLOSED}/${team}/tides:1`;
    names.push(name);
    const ada = shellIn(definition(`${CLOSED}/${team}`));
    expect(fault(await ada.imagewright(['push']))).toEqual([2, 'no-image', `there is no image ${name} yet`, 'make it with "imagewright build"']);
    expect((await ada.imagewright(['build'])).status).toBe(0);
    const wanted = [1, 'login-needed', `${CLOSED} wants a login first`, `imagewright login ${CLOSED}`];
    expect(fault(await ada.imagewright(['push']))).toEqual(wanted);
    expect(await ada.login()).toMatchObject({ status: 0, stdout: 'Login Succeeded\n' });
    const { stdout } = await ada.imagewright(['push', '--json']);
    const { pushed } = JSON.parse(stdout) as { readonly pushed: readonly { readonly name: string; readonly digest: string }[] };
    expect(pushed).toEqual([{ name, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }]);
    const built = idOf(name);
    docker(['image', 'rm', '-f', name]);
    const colleague = shellIn(definition(`${CLOSED}/${team}`), {}, {});
    expect(fault(await colleague.imagewright(['pull']))).toEqual(wanted);
    await colleague.login();
    expect(await colleague.imagewright(['pull'])).toMatchObject({ status: 0, stdout: expect.stringContaining(`Digest: ${pushed[0]!.digest}\n`) });
    expect(idOf(name)).toBe(built);
    expect((await colleague.imagewright(['logout'])).status).toBe(0);
    expect(fault(await colleague.imagewright(['pull']))).toEqual(wanted);
  });

  it('tells a wrong password, and keeps it nowhere', async () => {
    const { imagewright, env } = shellIn(definition(`${CLOSED}/${team}`));
    const wrong = await imagewright(['login', '-u', USER, '--password-stdin'], 'ebb-and-fl00d');
    const hint = 'check user and password; many registries, Docker Hub among them, want an access token for it';
    expect(fault(wrong)).toEqual([1, 'wrong-password', `${CLOSED} does not accept this password of ${USER}`, hint]);
    expect(wrong.stdout + wrong.stderr + readFileSync(join(env['DOCKER_CONFIG']!, 'config.json'), 'utf8')).not.toContain('ebb-and-fl00d');
  });

  it('lets a password be typed that nobody sees', async () => {
    const { folder, env } = shellIn(definition(`${CLOSED}/${team}`));
    const child = spawn('script', ['-qec', `'${process.execPath}' '${cli}' login`, '/dev/null'], { cwd: folder, env: { ...env, TERM: 'dumb' } });
    const answers = [
      ['Username:', `${USER}\n`],
      ['Password:', `${PASSWORD}\n`],
    ];
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.includes(answers[0]?.[0] ?? '\0')) child.stdin.write(answers.shift()![1]!);
    });
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    // The user's name is echoed, the password, which is the same word, is not.
    expect([said.split(PASSWORD).length - 1, said.includes('Login Succeeded')]).toEqual([1, true]);
  });

  it('pushes every name of several images, and tells what the registry has', async () => {
    const registry = `${OPEN}/${team}`;
    const image = (name: string) =>
      `{ name: '${name}', version: '1', tags: ['stable'], registry: '${registry}', base: 'scratch', copy: { ebb: '/' } }`;
    const { imagewright } = shellIn(`export default { sun: ${image('sun')}, moon: ${image('moon')} };\n`);
    const tags = ['sun:1', 'sun:stable', 'moon:1', 'moon:stable'].map((name) => `${registry}/${name}`);
    names.push(...tags, `${OPEN}/${team}/other:1`);
    expect((await imagewright(['build'])).status).toBe(0);
    const { pushed } = JSON.parse((await imagewright(['push', '--json'])).stdout) as { readonly pushed: readonly { readonly name: string }[] };
    expect(pushed.map(({ name }) => name)).toEqual(tags);
    expect((await imagewright(['tag', '--name', 'sun', `${registry}/other:1`])).status).toBe(0);
    expect((await imagewright(['push', `${registry}/other:1`])).status).toBe(0);
    const found = JSON.parse((await imagewright(['search', team, '--registry', OPEN, '--json'])).stdout) as { readonly results: unknown };
    expect(found.results).toEqual([
      { name: `${registry}/moon`, tags: ['1', 'stable'] },
      { name: `${registry}/other`, tags: ['1'] },
      { name: `${registry}/sun`, tags: ['1', 'stable'] },
    ]);
  });

  it('searches the registry that wants a login with the login that the engine has', async () => {
    const { imagewright, login } = shellIn(definition(`${CLOSED}/${team}`));
    const search = ['search', 'no-such-name', '--registry', CLOSED];
    expect(fault(await imagewright(search))).toEqual([2, 'login-needed', `${CLOSED} wants a login first`, `imagewright login ${CLOSED}`]);
    await login();
    expect(await imagewright(search)).toEqual({ status: 0, stdout: '', stderr: `no image of ${CLOSED} has "no-such-name" in its name\n` });
  });

  const imagewright = (words: readonly string[]) => shellIn('not TypeScript').imagewright(words, PASSWORD);
  const network = 'check the name of the registry, and the network';
  const port = 'check host and port, and the network; a proxy must be known to the engine';
  const known = 'check name and tag; whoever has it shares it with "imagewright push"';
  it.each([
    ['an image that is not there', ['pull', `${OPEN}/${team}/none:1`], 'no-such-image', `${OPEN} has no image ${OPEN}/${team}/none:1`, known],
    ['a port without a registry', ['pull', '127.0.0.1:9/tides:1'], 'registry-unreachable', '127.0.0.1:9 does not answer', port],
    ['a login there', ['login', '127.0.0.1:9', '-u', USER, '--password-stdin'], 'registry-unreachable', '127.0.0.1:9 does not answer', port],
    ['a host that is not there', ['pull', 'sea.invalid/tides:1'], 'unknown-host', 'sea.invalid is not found', network],
    ['a login there', ['login', 'sea.invalid', '-u', USER, '--password-stdin'], 'unknown-host', 'sea.invalid is not found', network],
  ])('tells of %s: %j', async (_, words, code, message, hint) => {
    expect(fault(await imagewright(words))).toEqual([1, code, message, hint]);
  });

  it.each([
    [
      403,
      'DENIED',
      'no-permission',
      'does not let you pull NAME, or has no such image',
      'check the name, and log in as a user who may: imagewright login HOST',
    ],
    [429, 'TOOMANYREQUESTS', 'rate-limited', 'has been asked too often', 'wait, or log in: imagewright login HOST'],
    [401, 'UNAUTHORIZED', 'login-needed', 'wants a login first', 'imagewright login HOST'],
  ])('tells of a registry that answers %d', async (status, error, code, message, hint) => {
    const server = createServer((_, response) => {
      const headers = { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="sea"' };
      response.writeHead(status, headers).end(JSON.stringify({ errors: [{ code: error, message: 'low water' }] }));
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const fill = (text: string) => text.replace('NAME', `${host}/tides:1`).replace('HOST', host);
    expect(fault(await imagewright(['pull', `${host}/tides:1`]))).toEqual([1, code, `${host} ${fill(message)}`, fill(hint)]);
  });

  it('tells of a platform that an image was not built for', async () => {
    const name = `${OPEN}/${team}/tides:1`;
    names.push(name);
    const { imagewright: run } = shellIn(definition(`${OPEN}/${team}`));
    expect((await run(['build', '--platform', 'linux/amd64,linux/arm64', '--push'])).status).toBe(0);
    const hint = "take another with --platform, or have it built for more: platforms: ['linux/amd64', 'linux/arm64']";
    expect(fault(await run(['pull', '--platform', 'linux/s390x']))).toEqual([1, 'no-such-platform', `${name} is not there for this platform`, hint]);
    expect((await run(['pull', '--platform', 'linux/arm64'])).status).toBe(0);
  });
});

describeBuildah('shares', ({ command }) => {
  /** By its path: it is started by the name of the engine, whichever of the two it is. */
  const PATH = () => `${programFolder('buildah', `exec '${findProgram(command, process.env)}' "$@"`)}${delimiter}${process.env['PATH']}`;
  const insecure = ['--', '--tls-verify=false'];
  const name = `${CLOSED}/${team}/${command}:1`;

  it('by the same verbs', async () => {
    const text = definition(`${CLOSED}/${team}`).replace('tides', command);
    const { imagewright } = shellIn(text, { PATH: PATH() });
    const iw = (verb: string, ...words: readonly string[]) => imagewright([verb, '--engine', 'buildah', ...words], PASSWORD);
    const login = ['-u', USER, '--password-stdin'];
    const plain = 'where that is meant: end the command with -- --tls-verify=false, or write insecure = true for it in registries.conf';
    expect(fault(await iw('push'))).toEqual([2, 'no-image', `there is no image ${name} yet`, 'make it with "imagewright build"']);
    expect((await iw('build')).status).toBe(0);
    expect(fault(await iw('login', ...login))).toEqual([125, 'plain-http', `${CLOSED} does not speak https`, plain]);
    expect(fault(await iw('push', ...insecure))).toEqual([125, 'login-needed', `${CLOSED} wants a login first`, `imagewright login ${CLOSED}`]);
    const wrong = await imagewright(['login', '--engine', 'buildah', ...login, ...insecure], 'ebb-and-fl00d');
    expect(fault(wrong).slice(0, 3)).toEqual([125, 'wrong-password', `${CLOSED} does not accept this password of ${USER}`]);
    expect((await iw('login', ...login, ...insecure)).status).toBe(0);
    expect((await iw('push', ...insecure)).status).toBe(0);
    expect((await iw('tag', `${team}/${command}:2`)).status).toBe(0);
    expect(fault(await iw('pull', `${name}-none`, ...insecure)).slice(0, 3)).toEqual([125, 'no-such-image', `${CLOSED} has no image ${name}-none`]);
    expect((await iw('pull', ...insecure)).status).toBe(0);
    expect((await iw('logout')).status).toBe(0);
    expect(fault(await iw('pull', ...insecure))[1]).toBe('login-needed');
    for (const image of [name, `${team}/${command}:2`]) expect((await ended([command, 'rmi', image], '/', process.env, '')).status).toBe(0);
  });

  // Buildah 1.28 builds an index of one of the platforms, whichever: what it has is not what is pushed here.
  it.skipIf(command !== 'buildah')('pushes what was built for several platforms as one', async () => {
    const list = `${OPEN}/${team}/${command}:1`;
    const text = definition(`${OPEN}/${team}`, ", platforms: ['linux/amd64', 'linux/arm64']").replace('tides', command);
    const { imagewright } = shellIn(text, { PATH: PATH() });
    expect((await imagewright(['build', '--engine', 'buildah'])).status).toBe(0);
    // Of an index, registries.conf is not heard.
    expect((await imagewright(['push', '--engine', 'buildah', ...insecure])).status).toBe(0);
    const response = await fetch(`http://${OPEN}/v2/${team}/${command}/manifests/1`, {
      headers: { accept: 'application/vnd.oci.image.index.v1+json, application/vnd.docker.distribution.manifest.list.v2+json' },
    });
    const { manifests } = (await response.json()) as { readonly manifests: readonly { readonly platform: { readonly architecture: string } }[] };
    expect(manifests.map(({ platform }) => platform.architecture).sort()).toEqual(['amd64', 'arm64']);
    expect((await ended([command, 'manifest', 'rm', list], '/', process.env, '')).status).toBe(0);
  });
});
