/**
 * Projects of the context, for real: one project is installed by pip from its `pyproject.toml`, by uv and by Poetry from lock files that are made here; its
 * program is run, and a change of its source installs nothing that it depends on again. Then one from an index that asks for a password.
 */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { scanImage } from '../support/image-canary.js';
import { imagewright } from '../support/project.js';

const pyproject = `[project]
name = "tide"
version = "0.1"
requires-python = ">=3.10"
dependencies = ["attrs>=23"]
[project.optional-dependencies]
plot = ["toolz"]
all = ["tide[plot]"]
[project.scripts]
tide = "tide:main"
[dependency-groups]
dev = ["iniconfig"]
docs = ["pluggy"]
[build-system]
requires = ["setuptools>=64"]
build-backend = "setuptools.build_meta"
[tool.setuptools.packages.find]
where = ["src"]
`;

const source = (word: string) => `def main():
    import attrs, toolz
    print("${word}", __file__)
`;

const base = 'debian:bookworm-slim';
const uses = ['src'];
const INSTALLED = '/opt/venv/lib/python3.11/site-packages/tide/__init__.py';
const SITE = 'ls /opt/venv/lib/python3.11/site-packages | grep -E "^(attrs|toolz|iniconfig|pluggy|tide)$"';
const LEFT_OVER = 'find /tmp /var/tmp /var/cache/pypoetry /root/.cache -mindepth 1 -type f 2>/dev/null; true';

describeEngine('Python projects', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  const project = join(folder, 'tide');
  const images = ['tide-pip', 'tide-uv', 'tide-poetry', 'tide-build', 'tide-bare', 'tide-index'].map((name) => `${name}:0.1`);

  function build(name: string, fields: object, ...words: readonly string[]): void {
    writeFileSync(join(project, 'image.json'), JSON.stringify({ name, version: '0.1', base, cmd: ['tide'], ...fields }));
    imagewright(['generate', '--quiet'], project);
    imagewright(['build', ...words], project);
    rmSync(join(project, 'Dockerfile'));
    rmSync(join(project, 'Dockerfile.dockerignore'));
  }

  const inside = (image: string, script: string) => docker(['run', '--rm', '--user', '12345:6789', `${image}:0.1`, 'sh', '-c', script]);
  const layers = (image: string) => JSON.parse(docker(['inspect', '--format', '{{json .RootFS.Layers}}', `${image}:0.1`])) as string[];
  const write = (word: string) => writeFileSync(join(project, 'src/tide/__init__.py'), source(word));

  /** What stands for a source that was changed: the last layer alone. */
  function expectOnlyTheLastLayerToChange(name: string, fields: object): void {
    const before = layers(name);
    write('ebb');
    build(name, fields);
    expect(inside(name, 'tide')).toBe(`ebb ${INSTALLED}\n`);
    expect(layers(name).slice(0, -1)).toEqual(before.slice(0, -1));
    expect(layers(name)).not.toEqual(before);
  }

  beforeAll(() => {
    mkdirSync(join(project, 'src/tide'), { recursive: true });
    writeFileSync(join(project, 'pyproject.toml'), pyproject);
    write('flood');
  });

  afterAll(() => {
    docker(['rmi', '-f', ...images]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('by pip, with an extra that is made of another', () => {
    const fields = { pip: { project: '.', extras: ['all', 'plot'] } };
    build('tide-pip', fields);
    expect(inside('tide-pip', `tide; ${SITE}; ${LEFT_OVER}`)).toBe(`flood ${INSTALLED}\nattrs\ntide\ntoolz\n`);
    expectOnlyTheLastLayerToChange('tide-pip', fields);
  });

  it('by uv, from its lock file', () => {
    write('flood');
    inContainer('uv', 'uv lock --quiet');
    const fields = { uv: { extras: ['all'], groups: ['docs'], uses } };
    build('tide-uv', fields);
    expect(inside('tide-uv', `tide; ${SITE}; ${LEFT_OVER}`)).toBe(`flood ${INSTALLED}\nattrs\npluggy\ntide\ntoolz\n`);
    expectOnlyTheLastLayerToChange('tide-uv', fields);
  });

  it('by Poetry, from its lock file', () => {
    write('flood');
    const index = docker(['run', '--rm', 'tide-pip:0.1', 'python', '-c', 'from pip._internal.models.index import PyPI; print(PyPI.simple_url)']);
    const sources = `[[tool.poetry.source]]\nname = "simple"\nurl = "${index.trim()}"\npriority = "primary"\n`;
    // Poetry knows no extras that are made of others.
    writeFileSync(join(project, 'pyproject.toml'), `${pyproject.replace('all = ["tide[plot]"]\n', '')}${sources}`);
    inContainer('poetry', 'poetry lock');
    const fields = { poetry: { extras: ['plot'], groups: ['docs'], uses } };
    build('tide-poetry', fields);
    expect(inside('tide-poetry', `tide; ${SITE}; ${LEFT_OVER}`)).toBe(`flood ${INSTALLED}\nattrs\npluggy\ntide\ntoolz\n`);
    expectOnlyTheLastLayerToChange('tide-poetry', fields);
  });

  it('in a stage of its own, where packages are needed only to build', () => {
    write('flood');
    writeFileSync(join(project, 'pyproject.toml'), pyproject);
    build('tide-build', { apt: { build: ['nano'] }, uv: { extras: ['plot'], frozen: false }, pip: ['iniconfig'], layers: 'fewest' });
    const script = `tide; ${SITE}; ${LEFT_OVER}; command -v nano; ls -d /opt/venv/lib/python3.11/site-packages/pip; true`;
    expect(inside('tide-build', script)).toBe(`flood ${INSTALLED}\nattrs\niniconfig\ntide\ntoolz\n/opt/venv/lib/python3.11/site-packages/pip\n`);
  });

  /** With the Python of an image that was built before: lock files name the index that is used here. */
  function inContainer(tool: string, command: string): void {
    const script = `python3 -m venv /tmp/tool && /tmp/tool/bin/pip install --quiet ${tool} && cd /project && /tmp/tool/bin/${command}`;
    docker(['run', '--rm', '-v', `${project}:/project`, 'tide-pip:0.1', 'sh', '-c', script]);
  }

  describeEngine('from an index that asks for a password', () => {
    const password = 'ebb-and-flood-0x5ca1ab1e';
    let server: ChildProcess;
    let port: string;

    beforeAll(async () => {
      build('tide-bare', { apt: ['python3', 'python3-venv'] });
      writeFileSync(join(project, 'pyproject.toml'), pyproject.replace('"attrs>=23"', ''));
      const script = 'pip wheel --quiet --no-deps -w /project/wheels /project';
      docker(['run', '--rm', '-v', `${project}:/project`, 'tide-pip:0.1', 'sh', '-c', script]);
      const [wheel] = readdirSync(join(project, 'wheels'));
      server = spawn(process.execPath, ['-e', indexServer, join(project, 'wheels', wheel!), `reader:${password}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      port = await new Promise<string>((resolve) => server.stdout!.once('data', (data: Buffer) => resolve(String(data).trim())));
      writeFileSync(join(folder, 'netrc'), `machine 127.0.0.1 login reader password ${password}\n`);
      writeFileSync(join(folder, 'url'), `http://reader:${password}@127.0.0.1:${port}/simple`);
    });

    afterAll(() => void server.kill());

    it.each([
      ['pip', 'a netrc file', { id: 'netrc', target: '/root/.netrc' }],
      ['uv', 'a netrc file', { id: 'netrc', target: '/root/.netrc' }],
      ['pip', 'the URL', { id: 'url', env: 'PIP_INDEX_URL' }],
      ['uv', 'the URL', { id: 'url', env: 'UV_DEFAULT_INDEX' }],
    ] as const)('by %s, which gets it by %s', async (installer, _how, secret) => {
      const index = secret.id === 'netrc' ? { index: `http://127.0.0.1:${port}/simple` } : {};
      const pip = { packages: ['tide==0.1'], installer, ...index, secrets: [{ kind: 'secret', ...secret }] };
      const known = { base: { image: 'tide-bare:0.1', distro: 'debian:bookworm' } };
      build(
        'tide-index',
        { ...known, pip, layers: 'fewest' },
        '--',
        '--network=host',
        '--no-cache',
        `--secret=id=${secret.id},src=${join(folder, secret.id)}`,
      );
      expect(inside('tide-index', 'ls /opt/venv/bin/tide')).toBe('/opt/venv/bin/tide\n');
      expect((await scanImage('tide-index:0.1', password)).found).toEqual([]);
    });
  });
});

/** Serves one wheel to who knows the password; prints its port. */
const indexServer = `
  const { createServer } = require('node:http');
  const { readFileSync } = require('node:fs');
  const { basename } = require('node:path');
  const [wheel, password] = process.argv.slice(1);
  const wanted = 'Basic ' + Buffer.from(password).toString('base64');
  const server = createServer((request, response) => {
    if (request.headers.authorization !== wanted) return response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="index"' }).end();
    if (request.url === '/simple/tide/') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<a href="/' + basename(wheel) + '">' + basename(wheel) + '</a>');
    if (request.url === '/' + basename(wheel)) return response.writeHead(200).end(readFileSync(wheel));
    response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;
