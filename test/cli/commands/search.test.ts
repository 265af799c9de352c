import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cli, command, folderWith, programFolder, type Ended } from '../../support/command.js';

const search = (words: readonly string[], script = 'echo "$@"') =>
  command(['search', ...words], folderWith({}), { PATH: programFolder('docker', script) });

describe('search on Docker Hub', () => {
  it('shows the table of the engine', () => {
    expect(search(['tides', '--limit', '3'])).toEqual({ status: 0, stdout: 'search --limit 3 -- tides\n', stderr: '' });
  });

  it('gives what it finds as JSON', () => {
    const { status, stdout, stderr } = search(['tides', '--json'], `echo '{"Name":"ada/tides"}'; echo '{"Name":"sea/tides"}'`);
    expect({ status, stderr, result: JSON.parse(stdout) }).toEqual({
      status: 0,
      stderr: '',
      result: {
        ok: true,
        engine: 'docker',
        registry: 'docker.io',
        results: [{ Name: 'ada/tides' }, { Name: 'sea/tides' }],
        exitCode: 0,
        diagnostics: [],
      },
    });
  });

  it('tells why it finds nothing', () => {
    const said = 'Error response from daemon: Get "https://index.docker.io/v1/search?q=tides&n=25": dial tcp: lookup index.docker.io: no such host';
    const reason = said.slice('Error response from daemon: '.length);
    expect(search(['tides'], `echo '${said}' >&2; exit 1`)).toEqual({
      status: 1,
      stdout: '',
      stderr: `error: Docker Hub is not found: ${reason}   (unknown-host)\nhint: check the name of the registry, and the network\n`,
    });
  });

  it.each([
    [[], 'search wants to know what for', 'imagewright search snakemake'],
    [['tides', '--limit', 'all'], '--limit cannot be "all"', 'write a number from 1 to 100'],
    [['tides', '--engine', 'buildah'], 'buildah builds images, but does not search Docker Hub', 'choose another with --engine'],
  ])('is not done for %j', (words, message, hint) => {
    expect(search(words)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}   (usage)\nhint: ${hint}\n` });
  });
});

/** A registry on this machine; its host and port. */
async function registry(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** While a server of ours answers. */
function searchIn(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const folder = folderWith({});
  const child = spawn(process.execPath, [cli, 'search', ...words], {
    cwd: folder,
    env: { PATH: '', HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

const json = (value: unknown): string => JSON.stringify(value);

describe('search in another registry', () => {
  /** Two pages of names. */
  const pages: RequestListener = ({ url = '' }, response) => {
    const tags = /^\/v2\/(.+)\/tags\/list$/.exec(url)?.[1];
    if (tags !== undefined) return void response.end(json({ name: tags, tags: tags === 'sea/tides' ? ['1', '2'] : null }));
    if (!url.startsWith('/v2/_catalog')) return void response.end('{}');
    if (url.includes('last=')) return void response.end(json({ repositories: ['sea/tides', 'sky/tides-table'] }));
    return void response.setHeader('link', '</v2/_catalog?last=moon&n=1000>; rel="next"').end(json({ repositories: ['moon'] }));
  };

  it('finds what has the word in its name, with its tags', async () => {
    const host = await registry(pages);
    const names = [`${host}/sea/tides`, `${host}/sky/tides-table`];
    expect(await searchIn(['Tides', '--registry', host])).toEqual({
      status: 0,
      stdout: `${'NAME'.padEnd(names[1]!.length)}   TAGS\n${names[0]!.padEnd(names[1]!.length)}   1 2\n${names[1]}\n`,
      stderr: '',
    });
    const { stdout } = await searchIn(['tides', '--json', '--limit', '1', '--registry', host]);
    expect(JSON.parse(stdout)).toEqual({ ok: true, registry: host, results: [{ name: names[0], tags: ['1', '2'] }], diagnostics: [] });
    expect(await searchIn(['sun', '--registry', host])).toEqual({ status: 0, stdout: '', stderr: `no image of ${host} has "sun" in its name\n` });
  });

  it('takes the login that the engine has been given, from its file or from a helper, and wants one where there is none', async () => {
    const basic = Buffer.from('ada:ebb:flood').toString('base64');
    const host = await registry((request, response) => {
      if (request.headers.authorization === `Basic ${basic}`) return void pages(request, response);
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="sea"' }).end();
    });
    const first = async (env: Readonly<Record<string, string>>) => (await searchIn(['sea', '--registry', host], env)).stdout.split('\n')[1];
    const found = `${host}/sea/tides   1 2`;
    expect(await first({ DOCKER_CONFIG: folderWith({ 'config.json': json({ auths: { [host]: { auth: basic } } }) }) })).toBe(found);
    expect(await first({ REGISTRY_AUTH_FILE: join(folderWith({ 'auth.json': json({ auths: { [host]: { auth: basic } } }) }), 'auth.json') })).toBe(
      found,
    );
    const helper = folderWith({ 'config.json': json({ auths: { [host]: {} }, credsStore: 'shell' }) });
    const script = `#!/bin/sh\nread -r host; [ "$1 $host" = "get ${host}" ] && echo '{"Username":"ada","Secret":"ebb:flood"}'\n`;
    writeFileSync(join(helper, 'docker-credential-shell'), script);
    chmodSync(join(helper, 'docker-credential-shell'), 0o755);
    expect(await first({ DOCKER_CONFIG: helper, PATH: helper })).toBe(found);
    const stderr = `error: ${host} wants a login first   (login-needed)\nhint: imagewright login ${host}\n`;
    expect(await searchIn(['sea', '--registry', host])).toEqual({ status: 2, stdout: '', stderr });
    const wrong = folderWith({ 'config.json': json({ auths: { [host]: { auth: Buffer.from('ada:ebb').toString('base64') } } }) });
    expect(await searchIn(['sea', '--registry', host], { DOCKER_CONFIG: wrong })).toEqual({ status: 2, stdout: '', stderr });
  });

  it('says so of one that lists nothing, and of one that is not there', async () => {
    const silent = await registry(({ url }, response) => void response.writeHead(url === '/v2/' ? 200 : 404).end());
    const hint = 'hint: look for them on its pages\n';
    expect((await searchIn(['sea', '--registry', silent])).stderr).toBe(
      `error: ${silent} does not list its images: it answers 404   (no-search)\n${hint}`,
    );
    const other = await registry(
      (_, response) => void response.writeHead(401, { 'www-authenticate': 'Bearer realm="https://sea.example.org"' }).end(),
    );
    expect((await searchIn(['sea', '--registry', other])).stderr).toBe(
      `error: ${other} does not let its images be listed by user and password   (no-search)\n${hint}`,
    );
    const gone = await searchIn(['sea', '--registry', '127.0.0.1:10']);
    expect(gone.stderr).toBe(
      'error: 127.0.0.1:10 does not answer: connect ECONNREFUSED 127.0.0.1:10   (registry-unreachable)\nhint: check host and port, and the network\n',
    );
  });
});
