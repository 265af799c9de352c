/**
 * The options of Python packages, for real, by pip and by uv: requirements with hashes, a constraint, an extra, packages of a folder of the context; a project, of which
 * a change of its sources installs nothing else again; and a package that its hash is wrong for, which is not installed.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageDefinition, PipOptions } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const [BASE, IMAGE] = ['pip-options-base:1', 'pip-options-test:1'];

/** Installs what every image with a "pip" does: where one was built before, it is there already. */
const PYTHON: ImageDefinition = { name: 'pip-options-base', version: '1', base: 'debian:bookworm-slim', apt: ['python3', 'python3-venv'] };

const project = (word: string) => ({
  'tide/pyproject.toml': `[project]
name = "tide"
version = "0.1"
dependencies = ["iniconfig>=1"]
[project.scripts]
tide = "tide:main"
[build-system]
requires = ["setuptools>=64"]
build-backend = "setuptools.build_meta"
[tool.setuptools]
py-modules = ["tide"]
`,
  'tide/tide.py': `def main():\n    import iniconfig\n    print("${word}")\n`,
});

/** A wheel that no index has, with an extra. */
const WHEEL = String.raw`
import hashlib, zipfile
with zipfile.ZipFile("/to/local_tide-2.0-py3-none-any.whl", "w") as wheel:
    wheel.writestr("local_tide.py", "level = 'ebb'\n")
    wheel.writestr("local_tide-2.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: local-tide\nVersion: 2.0\nProvides-Extra: level\nRequires-Dist: toolz; extra == 'level'\n")
    wheel.writestr("local_tide-2.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    wheel.writestr("local_tide-2.0.dist-info/RECORD", "")
`;

describeEngine('options of Python packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
  let hash = '';

  beforeAll(() => {
    write({ 'image.json': JSON.stringify(PYTHON) });
    imagewright(['build', 'image.json'], folder);
    mkdirSync(join(folder, 'wheels'));
    mkdirSync(join(folder, 'tide'));
    docker(['run', '--rm', '-v', `${folder}/wheels:/to`, BASE, 'python3', '-c', WHEEL]);
    hash = docker(['run', '--rm', '-v', `${folder}/wheels:/of`, BASE, 'sha256sum', '/of/local_tide-2.0-py3-none-any.whl']).slice(0, 64);
    write({ 'constraints.txt': 'iniconfig==1.1.1\ntoolz==0.12.0\n', ...project('flood') });
  });

  afterAll(() => {
    docker(['rmi', '-f', BASE, IMAGE]);
    rmSync(folder, { recursive: true, force: true });
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  }

  /** What the engine said of the build. */
  function build(pip: PipOptions): string {
    const definition: ImageDefinition = { base: { image: BASE, distro: 'debian:bookworm' }, pip };
    write({ 'image.json': JSON.stringify(definition) });
    imagewright(['generate', 'image.json'], folder);
    const { status, stderr } = spawnSync('docker', ['build', '--progress=plain', '--tag', IMAGE, '.'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    for (const file of ['Dockerfile', 'Dockerfile.dockerignore']) rmSync(join(folder, file));
    if (status !== 0) throw new Error(stderr);
    return stderr;
  }

  const installed = (...names: readonly string[]) => {
    const script = `from importlib.metadata import version; print(*map(version, ${JSON.stringify(names)}))`;
    return docker(['run', '--rm', '--user', '12345', IMAGE, 'python', '-c', script]);
  };

  it.each(['pip', 'uv'] as const)('by %s: a project with constraints, links and extras; its sources come last', (installer) => {
    write(project('flood'));
    const pip: PipOptions = { packages: ['local-tide[level]'], installer, project: 'tide', constraints: 'constraints.txt', findLinks: ['wheels'] };
    build(pip);
    expect(installed('local-tide', 'iniconfig', 'toolz', 'tide')).toBe('2.0 1.1.1 0.12.0 0.1\n');
    expect(docker(['run', '--rm', IMAGE, 'tide'])).toBe('flood\n');
    write(project('ebb'));
    const steps = stepsOf(build(pip));
    expect(docker(['run', '--rm', IMAGE, 'tide'])).toBe('ebb\n');
    expect(steps.map(({ isCached }) => isCached)).toEqual([true, false]);
  });

  it.each(['pip', 'uv'] as const)('by %s: what the hashes are good for, and nothing else', (installer) => {
    const pip: PipOptions = { installer, requirements: 'requirements.txt', requireHashes: true, findLinks: ['wheels'] };
    const requirement = (sum: string) => ({ 'requirements.txt': `local-tide==2.0 --hash=sha256:${sum}\n` });
    write(requirement(hash));
    build(pip);
    expect(installed('local-tide')).toBe('2.0\n');
    write(requirement('0'.repeat(64)));
    expect(() => build(pip)).toThrow(/DO NOT MATCH THE HASHES|Hash mismatch/);
  });
});

/** The installations of a build, and whether each was taken from the cache. */
function stepsOf(said: string): readonly { readonly isCached: boolean }[] {
  const steps = [...said.matchAll(/^#(\d+) \[[^\]]*\] RUN .*(?:pip|uv) install/gm)].map(([, step]) => step!);
  return [...new Set(steps)].map((step) => ({ isCached: said.includes(`\n#${step} CACHED`) }));
}
