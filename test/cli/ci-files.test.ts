import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { ciKinds } from '../../src/cli/ci-kinds.js';
import { checkSchema, describeCi, preCommit, readYaml } from '../support/ci-tools.js';
import { command, folderWith } from '../support/command.js';
import { repository as root } from '../support/project.js';

const image = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim', cmd: ['date'] };\n";
const workflow = '.github/workflows/image.yml';
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const git = (folder: string, ...list: readonly string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=tester', '-c', 'user.email=tester@example.org', ...list], { encoding: 'utf8', stdio: 'pipe' });

describe('init --ci', () => {
  it('has a value for every template of that kind', () => {
    const { ci } = JSON.parse(command(['init', '--list', '--json'], folderWith({})).stdout) as { ci: readonly { name: string }[] };
    expect(ci.map(({ name }) => name)).toEqual([...ciKinds]);
  });

  it('writes its files, and leaves image.ts alone', () => {
    const folder = folderWith({ 'image.ts': image });
    expect(command(['init', '--ci', 'github', '--ci', 'gitlab', '--ci', 'pre-commit'], folder)).toEqual({
      status: 0,
      stdout: '',
      stderr: `wrote ${workflow}\nwrote .gitlab-ci.yml\nwrote .pre-commit-config.yaml\nnext: imagewright generate\n`,
    });
    expect(read(folder, 'image.ts')).toBe(image);
    expect(command(['init', '--ci', 'gitlab'], folder).stderr).toBe('.gitlab-ci.yml is up to date\nnext: imagewright generate\n');
  });

  it('writes them beside what a preset brings', () => {
    const folder = folderWith({});
    expect(command(['init', 'minimal', '--ci', 'gitlab'], folder).stderr).toBe('wrote image.ts\nwrote .gitlab-ci.yml\nnext: imagewright generate\n');
  });

  it('comes before there is a definition, and where it is wrong', () => {
    expect(command(['init', '--ci', 'pre-commit'], folderWith({})).stderr).toBe('wrote .pre-commit-config.yaml\nnext: imagewright init\n');
    const wrong = folderWith({ 'image.ts': "export default { bse: 'debian:bookworm-slim' };\n" });
    expect(command(['init', '--ci', 'pre-commit'], wrong)).toMatchObject({ status: 0, stdout: '' });
  });

  it('never writes over a file that is there, but prints what to add to it; nothing is written then', () => {
    const folder = folderWith({ 'image.ts': image, '.pre-commit-config.yaml': 'repos: []\n' });
    const hooks = `  - repo: local
    hooks:
      - id: imagewright-check
        name: the generated files are what the definition says
        entry: imagewright check
        language: node
        language_version: system
        additional_dependencies: ['imagewright@${packageJson.version}']
        # Whatever changed may be what the definition reads.
        always_run: true
        pass_filenames: false
      - id: imagewright-lint
        name: the definition has no findings
        entry: imagewright lint
        language: node
        language_version: system
        additional_dependencies: ['imagewright@${packageJson.version}']
        always_run: true
        pass_filenames: false
`;
    const message = '.pre-commit-config.yaml is there already; it is left as it is';
    expect(command(['init', '--ci', 'github', '--ci', 'pre-commit'], folder)).toEqual({
      status: 2,
      stdout: `# for .pre-commit-config.yaml\n${hooks}`,
      stderr: `error: ${message}   (file-kept)\nhint: add to it what is printed, or replace it with --force\n`,
    });
    expect(readdirSync(folder).sort()).toEqual(['.pre-commit-config.yaml', 'image.ts']);
    const { status, stdout } = command(['init', '--ci', 'pre-commit', '--json'], folder);
    expect({ status, result: JSON.parse(stdout) }).toEqual({
      status: 2,
      result: {
        ok: false,
        snippets: [{ path: '.pre-commit-config.yaml', text: hooks }],
        diagnostics: [{ code: 'file-kept', severity: 'error', message, hint: 'add to it what is in "snippets", or replace it with --force' }],
      },
    });
    expect(command(['init', '--ci', 'pre-commit', '--force'], folder).stderr).toContain('wrote .pre-commit-config.yaml\n');
  });

  it('prints what it would write with --dry-run', () => {
    const folder = folderWith({ 'image.ts': image });
    const { status, stdout, stderr } = command(['init', '--ci', 'gitlab', '--dry-run'], folder);
    expect({ status, stderr, first: stdout.split('\n').slice(0, 2) }).toEqual({
      status: 0,
      stderr: '',
      first: ['# .gitlab-ci.yml', '# Written by "imagewright init --ci gitlab", and yours from now on.'],
    });
    expect(readdirSync(folder)).toEqual(['image.ts']);
    const { files } = JSON.parse(command(['init', '--ci', 'gitlab', '--dry-run', '--json'], folder).stdout);
    expect(files).toMatchObject([{ path: '.gitlab-ci.yml', state: 'would be written', text: expect.stringContaining('imagewright-check:') }]);
  });

  it('tells the way when it is taken for a preset', () => {
    const stderr = 'error: there is no preset "gitlab"   (no-such-preset)\nhint: "imagewright init --ci gitlab" writes it\n';
    expect(command(['init', 'gitlab'], folderWith({}))).toEqual({ status: 2, stdout: '', stderr });
  });

  it.each([
    ['none', {}, `npx --yes imagewright@${packageJson.version} check`, undefined],
    ['npm', { 'package-lock.json': '{}' }, 'npx --no-install imagewright check', 'npm ci'],
    ['pnpm', { 'pnpm-lock.yaml': '' }, 'npx --no-install imagewright check', 'corepack enable && pnpm install --frozen-lockfile'],
    ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n' }, 'npx --no-install imagewright check', 'corepack enable && yarn install --frozen-lockfile'],
    ['yarn', { 'yarn.lock': '#\n\n__metadata:\n' }, 'npx --no-install imagewright check', 'corepack enable && yarn install --immutable'],
    ['bun', { 'bun.lock': '' }, 'npx --no-install imagewright check', 'npm install --global bun && bun install --frozen-lockfile'],
  ])('gets imagewright as the project does: %s', (_, files, check, install) => {
    const manifest = JSON.stringify({ devDependencies: { imagewright: '0.1.0' } });
    const folder = folderWith({ 'image.ts': image, 'package.json': manifest, ...files });
    command(['init', '--ci', 'gitlab'], folder);
    const script = /^imagewright-check:\n[\s\S]*?script:\n([\s\S]*?)\n\n/m.exec(read(folder, '.gitlab-ci.yml'))![1]!.split('\n');
    expect(script.slice(0, -1)).toEqual([...(install === undefined ? [] : [`    - ${install}`]), `    - ${check}`]);
  });
});

/** The lines that a job of a workflow runs, those of actions aside. */
const runsOf = (job: { readonly steps: readonly { readonly run?: string }[] }) => job.steps.flatMap(({ run }) => run ?? []);

describeCi('what init --ci writes', () => {
  const several = `export default {
  web: { base: 'debian:bookworm-slim', platforms: ['linux/amd64', 'linux/arm64'] },
  worker: { base: 'debian:bookworm-slim' },
};\n`;

  it.each([
    ['one image', '', { 'image.ts': image }],
    ['several images', '', { 'image.ts': several }],
    ['a registry of its own', '', { 'image.ts': image.replace('{', "{ registry: 'registry.example.org/team',") }],
    [
      'a folder of the repository',
      'sea & tides',
      {
        'sea & tides/image.ts': several,
        'sea & tides/package.json': '{ "dependencies": { "imagewright": "1" } }',
        'sea & tides/package-lock.json': '{}',
      },
    ],
  ])('is what GitHub, GitLab and pre-commit read: %s', (_, below, files) => {
    const folder = folderWith(files);
    git(folder, 'init', '--quiet');
    const { status } = command(['init', ...ciKinds.flatMap((kind) => ['--ci', kind])], join(folder, below), { PATH: process.env['PATH']! });
    expect(status).toBe(0);
    expect([
      checkSchema(join(folder, workflow), 'github-workflows'),
      checkSchema(join(folder, '.gitlab-ci.yml'), 'gitlab-ci'),
      spawnSync(preCommit, ['validate-config'], { cwd: folder, encoding: 'utf8' }).stdout,
    ]).toEqual(['ok -- validation done\n', 'ok -- validation done\n', '']);
    expect(readYaml(join(folder, workflow)).defaults).toEqual(below === '' ? undefined : { run: { 'working-directory': below } });
  });

  it('asks for no more than it needs, and shows no secret', () => {
    const folder = folderWith({ 'image.ts': image });
    command(['init', '--ci', 'github'], folder);
    const { permissions, jobs } = readYaml(join(folder, workflow));
    expect([permissions, ...['check', 'build', 'publish'].map((name) => jobs[name].permissions)]).toEqual([
      { contents: 'read' },
      undefined,
      undefined,
      { contents: 'read', packages: 'write' },
    ]);
    const steps = Object.values<any>(jobs).flatMap((job) => job.steps);
    expect(steps.filter(({ uses }) => uses !== undefined && !/@v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
    expect(steps.filter(({ run }) => run?.includes('secrets.'))).toEqual([]);
  });

  it('passes while the files are what image.ts gives, and fails with a diff when they are not: in GitHub, GitLab and pre-commit', () => {
    const origin = projectWithPackage();
    command(['init', ...ciKinds.flatMap((kind) => ['--ci', kind])], origin, { PATH: process.env['PATH']! });
    command(['generate'], origin);
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', 'tides');
    const clone = join(dirname(origin), 'clone');
    git(origin, 'clone', '--quiet', origin, clone);
    const shell = (lines: readonly string[]) =>
      lines.map((line) => {
        const env = { ...process.env, NO_COLOR: '1', CI: 'true', npm_config_loglevel: 'error', npm_config_audit: 'false' };
        const { status, stdout } = spawnSync('bash', ['-e', '-c', line], { cwd: clone, encoding: 'utf8', env });
        return { line, status, stdout };
      });
    const github = runsOf(readYaml(join(clone, workflow)).jobs.check);
    const gitlab = readYaml(join(clone, '.gitlab-ci.yml'))['imagewright-check'].script as readonly string[];
    const checks = ['npx --no-install imagewright check'];
    expect(github).toEqual(['npm ci', ...checks, 'npx --no-install imagewright lint --reporter github']);
    expect(gitlab).toEqual(['npm ci', ...checks, 'npx --no-install imagewright lint']);
    expect(shell(github).filter(({ status }) => status !== 0)).toEqual([]);

    const commit = () => {
      git(clone, 'add', '--all');
      return spawnSync('git', ['-C', clone, '-c', 'user.name=tester', '-c', 'user.email=tester@example.org', 'commit', '--message', 'ebb'], {
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', PRE_COMMIT_HOME: join(dirname(origin), 'hooks') },
      });
    };
    execFileSync(preCommit, ['install'], { cwd: clone, stdio: 'pipe' });
    writeFileSync(join(clone, 'image.ts'), image.replace('date', 'cal'));
    const [failed] = shell(checks);
    expect(failed).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^--- Dockerfile\n\+\+\+ Dockerfile\n@@ [^]*\n-CMD \["date"\]\n\+CMD \["cal"\]\n$/),
    });
    const refused = commit();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/the generated files are what the definition says\.+Failed\n[^]*\n\+CMD \["cal"\]\n/);
    expect(shell(['npx --no-install imagewright generate'])[0]!.status).toBe(0);
    expect(commit()).toMatchObject({ status: 0 });
  });
});

/** A repository that has imagewright among its packages: this very one. */
function projectWithPackage(): string {
  const folder = folderWith({ 'image.ts': image, '.gitignore': 'node_modules\n', 'package.json': '{ "name": "tide-table", "private": true }\n' });
  const npm = (list: readonly string[], cwd: string) =>
    execFileSync('npm', [...list, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8', stdio: 'pipe' });
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], root);
  npm(['install', '--save-dev', '--prefer-offline', `./${readdirSync(folder).find((name) => name.endsWith('.tgz'))}`], folder);
  git(folder, 'init', '--quiet');
  return folder;
}
