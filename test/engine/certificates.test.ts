/**
 * A company's authority, for real: all that is fetched comes by way of a proxy whose certificate only that authority has signed, on a base that trusts nobody yet.
 * The archive behind the proxy is the base's own, read from it.
 */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const DEBIAN = 'debian:trixie-slim';
/** Debian without certificates, whose archive is reached through the proxy. */
const BARE = 'certificates-test-bare:1';
const IMAGE = 'certificates-test:1';

/** Hands on what is asked of the archive; whatever else is asked for is a page that pip takes for an index. In a process of its own: the tests wait for their builds. */
const PROXY = `
  const { createServer } = require('node:https');
  const { Agent, request } = require('node:http');
  const { readFileSync } = require('node:fs');
  const { pipeline } = require('node:stream');
  const agent = new Agent({ keepAlive: false });
  const server = createServer({ key: readFileSync('proxy.key'), cert: readFileSync('proxy.crt') }, (asked, answer) => {
    if (!asked.url.startsWith('/debian')) return answer.setHeader('Content-Type', 'text/html').end('<a href="tides-1.7.tar.gz">tides</a>');
    const archive = new URL(asked.url, process.argv[1]);
    const handOn = (given) => pipeline(given, answer.writeHead(given.statusCode, given.headers), () => {});
    // Whoever asked asks again.
    request(archive, { agent, headers: { ...asked.headers, host: archive.host } }, handOn).on('error', () => answer.destroy()).end();
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;

const openssl = (cwd: string, words: string) => execFileSync('openssl', words.split(' '), { cwd, stdio: 'pipe' });
const EC = '-nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256';

/** What each of these says of the proxy. */
const CLIENTS: Readonly<Record<string, string>> = {
  apt: '/usr/lib/apt/apt-helper download-file $URL/tides /tmp/tides && cat /tmp/tides',
  curl: 'curl --silent --show-error $URL/tides',
  python: `python3 -c "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read())" $URL/tides`,
  pip: 'python3 -m pip index versions tides --retries=0 --index-url $URL/simple',
  node: `node -e "fetch(process.argv[1]).then((got) => got.text()).then(console.log, (fault) => console.log(fault.cause.code))" $URL/tides`,
};

describeEngine('certificates', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
  let proxy: ChildProcess;
  let url: string;

  beforeAll(async () => {
    openssl(folder, `req -x509 ${EC} -keyout ca.key -out corp-ca.pem -subj /CN=Tides -addext keyUsage=critical,keyCertSign`);
    openssl(folder, `req ${EC} -keyout proxy.key -out proxy.csr -subj /CN=proxy -addext subjectAltName=DNS:localhost`);
    openssl(folder, 'x509 -req -in proxy.csr -CA corp-ca.pem -CAkey ca.key -CAcreateserial -copy_extensions copy -out proxy.crt');
    const archive = docker(['run', '--rm', DEBIAN, 'sh', '-c', String.raw`grep -rhoE 'https?://[^ /]+' /etc/apt/sources.list* | head -n 1`]).trim();
    proxy = spawn(process.execPath, ['-e', PROXY, archive], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(proxy.stdout!, 'data')) as [Buffer];
    url = `https://localhost:${port.toString().trim()}`;
    const bare = `FROM ${DEBIAN}
RUN dpkg --purge --force-depends ca-certificates && rm -rf /etc/ssl/certs /usr/local/share/ca-certificates/* && \\
    sed -i -E 's#https?://[^ /]+#${url}#' $(find /etc/apt/sources.list* -type f)
`;
    docker(['build', '--quiet', '--tag', BARE, '-'], { input: bare });
  });

  afterAll(() => {
    proxy.kill();
    docker(['image', 'rm', '--force', IMAGE, BARE]);
    rmSync(folder, { recursive: true, force: true });
  });

  function build(definition: Partial<ImageDefinition>): void {
    const [name, version] = IMAGE.split(':');
    writeFileSync(join(folder, 'image.json'), JSON.stringify({ name, version, base: { image: BARE, distro: 'debian:trixie' }, ...definition }));
    imagewright(['build', 'image.json', '--', '--network=host'], folder);
  }

  /** What the clients say, in a container of the image, of somebody without rights. */
  function ask(before = 'true', ...options: readonly string[]): Readonly<Record<string, string>> {
    const script = Object.entries(CLIENTS).map(([name, line]) => `echo "== ${name}"; { ${line.replaceAll('$URL', url)}; } 2>&1`);
    const said = docker(['run', '--rm', '--network=host', ...options, IMAGE, 'sh', '-c', [before, ...script, 'true'].join('\n')]);
    return Object.fromEntries(
      said
        .split('== ')
        .slice(1)
        .map((text) => [text.slice(0, text.indexOf('\n')), text] as const),
    );
  }

  it('fetch nothing where the authority is not known', () => {
    expect(() => build({ apt: ['curl'] })).toThrow('certificate verify failed');
  });

  it('are trusted by the first command that fetches, and by all programs of the image', () => {
    build({ certificates: 'corp-ca.pem', apt: ['curl', 'nodejs', 'python3-pip'] });
    const page = '<a href="tides-1.7.tar.gz">tides</a>';
    expect(ask('cd /tmp', '--user=12345')).toEqual({
      apt: expect.stringContaining(page),
      curl: `curl\n${page}`,
      python: expect.stringContaining(page),
      pip: expect.stringContaining('tides (1.7)'),
      node: expect.stringContaining(page),
    });
  });

  it('are what made them trust it', () => {
    expect(ask('rm /usr/local/share/ca-certificates/corp-ca.crt && update-ca-certificates > /dev/null')).toEqual({
      apt: expect.stringContaining('certificate verify failed'),
      curl: expect.stringContaining('SSL certificate problem'),
      python: expect.stringContaining('CERTIFICATE_VERIFY_FAILED'),
      pip: expect.stringContaining('CERTIFICATE_VERIFY_FAILED'),
      node: expect.stringContaining('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    });
  });
});
