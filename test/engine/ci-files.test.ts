/** The publishing jobs of `init --ci`: their lines, run as they stand on the engine and the registry with a password. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { cli, command, folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';

const REGISTRY = '127.0.0.1:5001';
const PASSWORD = 'tester';

const several = `export default {
  ebb: { name: 'imagewright-ci-ebb', version: '1', base: 'scratch', copy: { 'tides.md': '/' } },
  flood: { name: 'imagewright-ci-flood', version: '1', base: 'imagewright-ci-ebb:1', copy: { 'tides.md': '/flood.md' } },
};\n`;

/** A project with both files, and a configuration of Docker's client where nobody is logged in. */
function project(): { readonly folder: string; readonly env: Readonly<Record<string, string>> } {
  const folder = folderWith({ 'image.mjs': several, 'tides.md': 'tides\n' });
  expect(command(['init', '--ci', 'github', '--ci', 'gitlab'], folder).status).toBe(0);
  const config = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-ci-')));
  onTestFinished(() => rmSync(config, { recursive: true, force: true }));
  symlinkSync(join(process.env['DOCKER_CONFIG'] ?? '/nowhere', 'cli-plugins'), join(config, 'cli-plugins'));
  return { folder, env: { DOCKER_CONFIG: config } };
}

/** What they say, once all have ended well; the registry's npm, which does not have this version, aside. */
function runAll(lines: readonly string[], folder: string, env: Readonly<Record<string, string>>): string {
  return lines
    .map((line) => {
      const own = line.replace(`npx --yes imagewright@${packageJson.version}`, `"${process.execPath}" "${cli}"`);
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', own], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
      expect([line, status, status === 0 ? '' : stdout + stderr]).toEqual([line, 0, '']);
      return stdout + stderr;
    })
    .join('');
}

async function tagsOf(repository: string): Promise<readonly string[]> {
  const authorization = `Basic ${Buffer.from(`tester:${PASSWORD}`).toString('base64')}`;
  const answer = await fetch(`http://${REGISTRY}/v2/${repository}/tags/list`, { headers: { authorization } });
  return ((await answer.json()) as { tags: string[] }).tags.sort();
}

/** The names that the jobs give the images. */
const pushed = (repository: string, tag: string) => ['ebb', 'flood'].map((name) => `${REGISTRY}/${repository}/${name}:${tag}`);

describeEngine('what init --ci writes, for a tag', () => {
  const clean = (...images: readonly string[]) =>
    onTestFinished(() => void docker(['rmi', '-f', 'imagewright-ci-ebb:1', 'imagewright-ci-flood:1', ...images]));

  it('builds and pushes each image in GitHub, by a name in lower case', async () => {
    const { folder, env } = project();
    clean(...pushed('desk/tide-table', 'v1.0'));
    const publish = readFileSync(join(folder, '.github/workflows/image.yml'), 'utf8').split('\n  publish:\n')[1]!;
    const lines = [...publish.matchAll(/^ +run: (.*)$/gm)].map(([, line]) => line!);
    expect(lines.length).toBe(4);
    const said = runAll(lines, folder, {
      ...env,
      REGISTRY,
      REGISTRY_USER: 'tester',
      REGISTRY_PASSWORD: PASSWORD,
      GITHUB_REPOSITORY: 'Desk/Tide-Table',
      GITHUB_REF_NAME: 'v1.0',
    });
    expect(said).toContain('Login Succeeded');
    expect(said.replaceAll(/tester\/|tester@/g, '')).not.toContain(PASSWORD);
    expect(await Promise.all([tagsOf('desk/tide-table/ebb'), tagsOf('desk/tide-table/flood')])).toEqual([['v1.0'], ['v1.0']]);
  });

  it('builds and pushes each image in GitLab, by the tag and as the latest', async () => {
    const { folder, env } = project();
    clean(...pushed('desk/sea', 'v2.0'), ...pushed('desk/sea', 'latest'));
    const publish = readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8').split('\nimagewright-publish:\n')[1]!.split('\n  script:\n')[1]!;
    const items = publish
      .replaceAll(/^ *#.*\n/gm, '')
      .replaceAll(/- >-\n/g, '- ')
      .split(/^ {4}- /m);
    const lines = items.map((item) => item.trim().replaceAll(/\n */g, ' ')).filter((line) => line !== '');
    expect(lines.length).toBe(4);
    runAll(lines, folder, {
      ...env,
      CI_REGISTRY: REGISTRY,
      CI_REGISTRY_USER: 'tester',
      CI_REGISTRY_PASSWORD: PASSWORD,
      CI_REGISTRY_IMAGE: `${REGISTRY}/desk/sea`,
      CI_COMMIT_TAG: 'v2.0',
    });
    expect(await Promise.all([tagsOf('desk/sea/ebb'), tagsOf('desk/sea/flood')])).toEqual([
      ['latest', 'v2.0'],
      ['latest', 'v2.0'],
    ]);
  });
});
