/**
 * Projects of Node.js, from the lock file of each manager, and programs from npm's registry: installed and built for real on a base that has no Node.js, then run
 * as a user without rights. Lock files are made here, so that none names a registry.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { NpmOptions } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));

const images: string[] = [];

const MANIFEST = {
  name: 'tides',
  version: '1.0.0',
  type: 'module',
  scripts: { build: 'esbuild src/server.js --platform=node --outfile=dist/server.js' },
  dependencies: { ms: '2.1.3' },
  devDependencies: { esbuild: '0.25.0' },
};

const MANAGERS: readonly { readonly npm: NpmOptions; readonly lock: string }[] = [
  { npm: { manager: 'npm', packages: ['semver@7.7.1'] }, lock: 'npm install --package-lock-only --ignore-scripts --no-audit --no-fund' },
  { npm: { manager: 'pnpm', version: '10' }, lock: 'npx --yes pnpm@10 install --lockfile-only' },
  { npm: { manager: 'yarn' }, lock: 'npx --yes yarn@1 install --ignore-scripts' },
  { npm: { manager: 'yarn', version: '4' }, lock: 'npx --yes --package=@yarnpkg/cli-dist@4 yarn install --mode=update-lockfile' },
  { npm: { manager: 'bun' }, lock: 'npx --yes bun@1 install --lockfile-only' },
];

function project({ npm, lock }: (typeof MANAGERS)[number], manifest: object = MANIFEST) {
  const name = [manifest === MANIFEST ? 'node-test' : 'node-test-alone', npm.manager, npm.version].filter(Boolean).join('-');
  const folder = join(root, name);
  mkdirSync(join(folder, 'src'), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write('package.json', JSON.stringify(manifest));
  writeServer(folder, '2 days');
  execFileSync('sh', ['-c', lock], { cwd: folder, stdio: 'pipe', env: { ...process.env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' } });
  const image = { name, version: '1', base: 'debian:trixie-slim', npm: { ...npm, build: 'build' }, user: 4711, cmd: ['node', 'dist/server.js'] };
  write('image.json', JSON.stringify(image));
  images.push(`${name}:1`);
  return { folder, image: `${name}:1` };
}

function writeServer(folder: string, time: string): void {
  writeFileSync(join(folder, 'src/server.js'), `import ms from 'ms';\nconsole.log(ms('${time}'), process.env.NODE_ENV);\n`);
}

/** What the engine said of the build. */
function build(folder: string): string {
  imagewright(['generate'], folder);
  return execFileSync('sh', ['-c', 'docker build --progress=plain -t "$0" . 2>&1', tagOf(folder)], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

function tagOf(folder: string): string {
  return `${folder.split('/').at(-1)}:1`;
}

describeEngine('projects of Node.js', () => {
  afterAll(() => {
    for (const image of images) docker(['rmi', '-f', image]);
    rmSync(root, { recursive: true, force: true });
  });

  it.each(MANAGERS.slice(0, 1))('may need no packages: $lock', (manager) => {
    const { folder, image } = project(manager, { ...MANIFEST, dependencies: {} });
    build(folder);
    expect(docker(['run', '--rm', image, 'ls', '-A', '/app'])).toBe('dist\nnode_modules\npackage.json\n');
  });

  it.each(MANAGERS)('are installed, built and run: $lock', (manager) => {
    const { folder, image } = project(manager);
    imagewright(['generate'], folder);
    expect(docker(['build', '--check', '.'], { cwd: folder })).toContain('no warnings found');
    build(folder);
    expect(docker(['run', '--rm', image])).toBe('172800000 production\n');
    const inside = (script: string) => docker(['run', '--rm', '--user', '0', image, 'sh', '-c', script]);
    expect(inside('ls -A /app /root /tmp').split('\n\n')).toEqual([
      '/app:\ndist\nnode_modules\npackage.json',
      '/root:\n.bashrc\n.profile',
      '/tmp:\n',
    ]);
    expect(inside('find node_modules -type f | grep -E "esbuild|modules.yaml|workspace-state"; exit 0')).toBe('');
    expect(inside('command -v npm pnpm yarn bun; find /app ! -perm -o+r; exit 0')).toBe('');
    if (manager.npm.packages) expect(docker(['run', '--rm', image, 'semver', '1.2.3', '-i', 'minor'])).toBe('1.3.0\n');
    writeServer(folder, '1 day');
    const again = build(folder);
    expect(docker(['run', '--rm', image])).toBe('86400000 production\n');
    const carriedOut = again
      .split('\n')
      .filter((line) => /^#\d+ \[/.test(line) && /\b(?:npm|pnpm|yarn|bun|apt-get) (?:ci|install|workspaces|update)/.test(line));
    expect(carriedOut.length).toBeGreaterThan(2);
    expect(carriedOut.filter((line) => !again.includes(`${line.split(' ')[0]} CACHED`))).toEqual([]);
  });
});
