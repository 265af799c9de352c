import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const root = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-package-')));
const project = join(root, 'tide-table');

const image = `import { copy, defineImage, run, type ImageDefinition } from 'imagewright';
import { pythonSnakemake } from 'imagewright/presets';

const tides = defineImage({
  name: 'tides',
  version: '0.1',
  base: 'debian:bookworm-slim',
  apt: ['python3'],
  stages: { build: { base: 'debian:bookworm-slim', run: ['date'] } },
  steps: [copy('tides.json', '/srv/'), run('date')],
  cmd: ['date'],
});

export const workflow: ImageDefinition = { presets: [pythonSnakemake({ python: '3.12' })] };
export default tides;
`;

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  mkdirSync(project);
  // Not again the build of the tests' global setup: other tests are using it.
  npm(['pack', '--ignore-scripts', '--pack-destination', root], repository);
  const tarball = readdirSync(root).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(project, 'package.json'), '{ "name": "tide-table", "private": true, "type": "module" }\n');
  writeFileSync(join(project, 'image.ts'), image);
  writeFileSync(join(project, 'tides.json'), '{}\n');
  npm(['install', '--prefer-offline', `../${tarball}`], project);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what is needed to run, and no sources or tests', () => {
    const [report] = JSON.parse(npm(['pack', '--ignore-scripts', '--dry-run', '--json'], repository)) as readonly {
      files: readonly { path: string }[];
    }[];
    const folders = [...new Set(report!.files.map(({ path }) => path.split('/').slice(0, 2).join('/')))].sort();
    expect(folders).toEqual([
      'LICENSE',
      'README.md',
      'dist/chunks',
      'dist/cli.js',
      'dist/command',
      'dist/help.json',
      'dist/index.js',
      'dist/presets.js',
      'dist/types',
      'docs/imagewright.1',
      'package.json',
      'schema.json',
    ]);
  });

  it('installs elsewhere and runs by npx', () => {
    const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'imagewright', 'generate'], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    expect({ status, stdout, stderr: stderr.split('\n').filter((line) => !line.startsWith('npm ')) }).toEqual({
      status: 0,
      stdout: '',
      stderr: ['wrote Dockerfile', 'wrote Dockerfile.dockerignore', ''],
    });
  });

  it('runs in a folder without node_modules', () => {
    const bare = join(root, 'bare');
    mkdirSync(bare);
    writeFileSync(join(bare, 'image.ts'), "import { defineImage } from 'imagewright';\nexport default defineImage({ base: 'scratch' });\n");
    const bin = join(project, 'node_modules/.bin/imagewright');
    const { stdout } = spawnSync(process.execPath, [realpathSync(bin), 'generate', '--stdout'], { cwd: bare, encoding: 'utf8' });
    expect(stdout.split('\n').slice(2)).toEqual(['', 'FROM scratch', '']);
  });

  it('is imported from plain JavaScript', () => {
    const script = `
      import { compile, defineImage } from 'imagewright';
      import { pythonSnakemake } from 'imagewright/presets';
      const compiled = compile(defineImage({ base: 'scratch' }));
      console.log(compiled.ok && compiled.dockerfile.split('\\n')[3], typeof pythonSnakemake);
    `;
    writeFileSync(join(project, 'plain.js'), script);
    expect(execFileSync(process.execPath, ['plain.js'], { cwd: project, encoding: 'utf8' })).toBe('FROM scratch function\n');
  });

  it('the examples of its README run as they stand', () => {
    const examples = [...readFileSync(join(project, 'node_modules/imagewright/README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)];
    const ended = examples.map(([, text]) => {
      writeFileSync(join(project, 'example.js'), text!);
      const { status, stderr } = spawnSync(process.execPath, ['example.js'], { cwd: project, encoding: 'utf8' });
      return { status, stderr };
    });
    expect(ended.length).toBeGreaterThan(1);
    expect(ended.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
  });

  it.each([
    ['typescript', 'nodenext', 'nodenext'],
    ['typescript', 'node16', 'node16'],
    ['typescript', 'esnext', 'bundler'],
    ['typescript', 'preserve', 'bundler'],
    ['typescript-5', 'nodenext', 'nodenext'],
    ['typescript-5', 'node16', 'node16'],
    ['typescript-5', 'esnext', 'bundler'],
    ['typescript-5', 'preserve', 'bundler'],
  ])('has types that pass without skipLibCheck and without types of Node: %s, module %s, resolution %s', (compiler, module, moduleResolution) => {
    const options = {
      strict: true,
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2023'],
      types: [],
      noEmit: true,
      skipLibCheck: false,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['image.ts'] }));
    const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), 'bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: project, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
