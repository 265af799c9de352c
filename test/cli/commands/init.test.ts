import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');

const minimal = `import { defineImage } from 'imagewright';

export default defineImage({
  name: 'tide-table',
  version: '0.1',
  base: 'debian:bookworm-slim',
  apt: ['ca-certificates'], // what the system needs: ['git', 'python3']
  workdir: '/app',
  // copy: { src: '/app/src' },
  // run: ['make install'],
  cmd: ['bash'],
});
`;

describe('init', () => {
  it('writes a small image.ts, which generates', () => {
    const folder = folderWith({});
    expect(command(['init'], folder)).toEqual({ status: 0, stdout: '', stderr: 'wrote image.ts\nnext: imagewright generate\n' });
    expect(read(folder, 'image.ts')).toBe(minimal);
    expect(command(['generate'], folder).status).toBe(0);
  });

  it('lists what there is to begin with', () => {
    const list = `minimal           a few lines to begin with, on Debian
python-snakemake  a Snakemake workflow: Python and Snakemake pinned, results in a folder of the host
--ci github       a GitHub workflow: check, lint and build; a tag is pushed to a registry
--ci gitlab       jobs for GitLab: check, lint and build; a tag is pushed to a registry
--ci pre-commit   hooks for pre-commit: check and lint before each commit
`;
    expect(command(['init', '--list'], folderWith({}))).toEqual({ status: 0, stdout: list, stderr: '' });
  });

  it('writes the files of a template, which generate', () => {
    const folder = folderWith({});
    const { status, stderr } = command(['init', 'python-snakemake'], folder);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'wrote Snakefile\nwrote data/rain.tsv\nwrote image.ts\nwrote scripts/mean.py\nnext: imagewright generate\n',
    });
    expect(command(['generate'], folder)).toEqual({ status: 0, stdout: '', stderr: 'wrote Dockerfile\nwrote Dockerfile.dockerignore\n' });
  });

  it('keeps the files that are there', () => {
    const folder = folderWith({ Snakefile: '# mine\n' });
    expect(command(['init', 'python-snakemake'], folder).stderr).toContain('kept Snakefile, which was there\n');
    expect(read(folder, 'Snakefile')).toBe('# mine\n');
  });

  it('keeps an image.ts, or an image.mjs, that is there', () => {
    const folder = folderWith({ 'image.mjs': 'export default {};\n' });
    const stderr = 'error: image.mjs is there already; it is left as it is   (file-kept)\nhint: replace it with --force\n';
    expect(command(['init'], folder)).toEqual({ status: 2, stdout: '', stderr });
    expect(readdirSync(folder)).toEqual(['image.mjs']);
  });

  it('replaces it with --force', () => {
    const folder = folderWith({ 'image.ts': 'export default {};\n' });
    expect(command(['init', '--force'], folder).status).toBe(0);
    expect(read(folder, 'image.ts')).toBe(minimal);
  });

  it('prints what it would write with --dry-run', () => {
    const folder = folderWith({});
    expect(command(['init', '--dry-run'], folder)).toEqual({ status: 0, stdout: `# image.ts\n${minimal}\n`, stderr: '' });
    expect(existsSync(join(folder, 'image.ts'))).toBe(false);
  });

  it('reports as JSON with --json', () => {
    const { stdout } = command(['init', '--json'], folderWith({}));
    expect(JSON.parse(stdout)).toEqual({ ok: true, files: [{ path: 'image.ts', state: 'written' }] });
  });

  it('says which preset was meant', () => {
    const stderr = 'error: there is no preset "python-snakemak"   (no-such-preset)\nhint: did you mean "python-snakemake"?\n';
    expect(command(['init', 'python-snakemak'], folderWith({}))).toEqual({ status: 2, stdout: '', stderr });
  });
});

describe('init --from', () => {
  it('takes over requirements, constraints, apt packages and the version of Python', () => {
    const folder = folderWith({ 'requirements.txt': 'numpy\n', 'constraints.txt': '', 'apt.txt': '# tools\ngit\njq\n', '.python-version': '3.11\n' });
    expect(command(['init', '--from', '.'], folder)).toEqual({
      status: 0,
      stdout: '',
      stderr: `found requirements.txt: for pip
found constraints.txt: for pip
found .python-version: Python 3.11
the default command is not inferred: write cmd
found apt.txt: its packages
wrote image.ts
next: imagewright generate
`,
    });
    expect(read(folder, 'image.ts')).toBe(`import { defineImage } from 'imagewright';

export default defineImage({
  name: 'tide-table',
  version: '0.1',
  base: 'python:3.11-slim-bookworm',
  apt: ['git', 'jq'],
  pip: { requirements: 'requirements.txt', constraints: 'constraints.txt' },
  workdir: '/app',
  copy: { '.': './' },
  cmd: ['python3'],
});
`);
    expect(command(['generate'], folder).status).toBe(0);
  });

  it('takes a workflow for what the preset is for, and names what it does not read', () => {
    const folder = folderWith({ Snakefile: 'rule all:\n', 'scripts/mean.py': '', 'environment.yml': '', 'requirements.txt': '' });
    const { status, stderr } = command(['init', '--from', '.'], folder);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `found a Snakemake workflow: the preset pythonSnakemake, with Snakefile, scripts; add what else it reads
found requirements.txt: for pip
found environment.yml: not taken over, say what it holds in image.ts
wrote image.ts
next: imagewright generate
`,
    });
    expect(read(folder, 'image.ts')).toBe(`import { defineImage } from 'imagewright';
import { pythonSnakemake } from 'imagewright/presets';

export default defineImage({
  name: 'tide-table',
  version: '0.1',
  presets: [pythonSnakemake({ workflow: ['Snakefile', 'scripts'], requirements: ['requirements.txt'] })],
});
`);
    expect(command(['generate'], folder).status).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      'package.json with its lock file',
      { 'package.json': '{ "scripts": { "start": "node tides.js" } }', 'package-lock.json': '{}' },
      'found package-lock.json: the packages of package.json, by npm\nthe version of Node is not inferred: base says 22\n',
      "  base: 'node:22-bookworm-slim',\n  npm: true,\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['npm', 'start'],\n",
    ],
    [
      'package.json with the lock file of another manager, and a script that builds',
      { 'package.json': '{ "scripts": { "build": "tsc" } }', 'pnpm-lock.yaml': '' },
      `found pnpm-lock.yaml: the packages of package.json, by pnpm
package.json has a script "build": it is run in a stage of its own
the version of Node is not inferred: base says 22
the default command is not inferred: package.json has no script "start"
`,
      "  base: 'node:22-bookworm-slim',\n  npm: { manager: 'pnpm', build: 'build' },\n  workdir: '/app',\n  copy: { '.': './' },\n",
    ],
    [
      'uv.lock',
      { 'pyproject.toml': '[project]\nname = "tides"\n', 'uv.lock': '', 'requirements.txt': '', '.python-version': '3.13' },
      `found uv.lock: the project and its dependencies, by uv
found .python-version: Python 3.13
the default command is not inferred: write cmd
found requirements.txt: not taken over, say what it holds in image.ts
`,
      "  base: 'python:3.13-slim-bookworm',\n  uv: true,\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['python3'],\n",
    ],
    [
      'poetry.lock',
      { 'pyproject.toml': '[tool.poetry]\nname = "tides"\n', 'poetry.lock': '' },
      'found poetry.lock: the project and its dependencies, by Poetry\nthe default command is not inferred: write cmd\n',
      "  base: 'python:3.12-slim-bookworm',\n  poetry: true,\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['python3'],\n",
    ],
    [
      'pyproject.toml without a lock file',
      { 'pyproject.toml': '[project]\nname = "tides"\n' },
      'found pyproject.toml: the project, for pip; without a lock file, its dependencies are as new as the day\nthe default command is not inferred: write cmd\n',
      "  base: 'python:3.12-slim-bookworm',\n  pip: { project: '.' },\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['python3'],\n",
    ],
    [
      'environment.yml',
      { 'environment.yml': 'dependencies: [numpy]\n', 'apt.txt': 'git\n' },
      `found environment.yml: by micromamba
without a lock file, packages are as new as the day: conda-lock writes one
the default command is not inferred: write cmd
found apt.txt: its packages
`,
      "  base: 'debian:bookworm-slim',\n  apt: ['git'],\n  conda: 'environment.yml',\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['bash'],\n",
    ],
    [
      'conda-lock.yml before environment.yml',
      { 'environment.yml': '', 'conda-lock.yml': '' },
      'found conda-lock.yml: by micromamba\nthe default command is not inferred: write cmd\n',
      "  base: 'debian:bookworm-slim',\n  conda: { lock: 'conda-lock.yml' },\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['bash'],\n",
    ],
    [
      'renv.lock',
      { 'renv.lock': '{ "R": { "Version": "4.3.1" } }', 'install.R': '' },
      `found renv.lock: the packages, and R 4.3.1
the default command is not inferred: write cmd
found install.R: not taken over, say what it holds in image.ts
`,
      "  base: 'rocker/r-ver:4.3.1',\n  r: { renv: 'renv.lock' },\n  workdir: '/app',\n  copy: { '.': './' },\n  cmd: ['R'],\n",
    ],
  ])('takes over %s', (_, files, remarks, fields) => {
    const folder = folderWith(files);
    const { status, stderr } = command(['init', '--from', '.'], folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${remarks}wrote image.ts\nnext: imagewright generate\n` });
    expect(read(folder, 'image.ts')).toBe(
      `import { defineImage } from 'imagewright';\n\nexport default defineImage({\n  name: 'tide-table',\n  version: '0.1',\n${fields}});\n`,
    );
    expect(command(['generate'], folder)).toMatchObject({ status: 0 });
  });

  it('wants a lock file beside package.json', () => {
    const stderr = `error: package.json has no lock file beside it, and without one nobody gets the same packages again   (no-lock)
hint: write one first: npm install --package-lock-only
`;
    expect(command(['init', '--from', '.'], folderWith({ 'package.json': '{}' }))).toEqual({ status: 2, stdout: '', stderr });
  });

  it('says so when there is nothing to infer from', () => {
    expect(command(['init', '--from', '.'], folderWith({ 'notes.txt': '' }))).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the folder has nothing that says what its image needs   (nothing-inferred)
hint: begin with "imagewright init"; what can be read is Snakefile, requirements.txt, pyproject.toml, uv.lock, poetry.lock, environment.yml, renv.lock and package.json
`,
    });
  });
});
