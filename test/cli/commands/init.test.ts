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
      stderr: `found .python-version: Python 3.11
found requirements.txt: for pip
found constraints.txt: for pip
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

  it('takes over package.json with its lock file', () => {
    const folder = folderWith({ 'package.json': '{ "scripts": { "start": "node tides.js" } }', 'package-lock.json': '{}' });
    expect(command(['init', '--from', '.'], folder).stderr).toBe(`found package.json and package-lock.json: npm ci
the version of Node is not inferred: base says 22
wrote image.ts
next: imagewright generate
`);
    expect(read(folder, 'image.ts')).toBe(`import { copy, defineImage, run } from 'imagewright';

export default defineImage({
  name: 'tide-table',
  version: '0.1',
  base: 'node:22-bookworm-slim',
  workdir: '/app',
  steps: [copy(['package.json', 'package-lock.json'], './'), run('npm ci --omit=dev'), copy('.', './')],
  cmd: ['npm', 'start'],
});
`);
    expect(command(['generate'], folder).status).toBe(0);
  });

  it('says so when there is nothing to infer from', () => {
    expect(command(['init', '--from', '.'], folderWith({ 'notes.txt': '' }))).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: the folder has nothing that says what its image needs   (nothing-inferred)
hint: begin with "imagewright init"; what can be read is requirements.txt, .python-version, Snakefile and package.json
`,
    });
  });
});
