import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const image = "export default { base: 'debian:bookworm-slim', labels: { oci: true, maintainer: 'ada@example.org' } };\n";
const PATH = process.env['PATH'] ?? '';

/** Neither the machine's nor the user's settings. */
const git = (folder: string, ...words: readonly string[]) => {
  const env = { PATH, HOME: dirname(folder), GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...words], { cwd: folder, env, encoding: 'utf8' }).trim();
};

/** The labels of the Dockerfile. */
const labels = (folder: string) => command(['generate', '--stdout'], folder, { PATH }).stdout.split('\n').slice(5).join('\n');

describe('labels of the project', () => {
  it('are those of package.json', () => {
    const fields = {
      name: '@team/tides',
      description: 'Tells when\n the tide comes in',
      version: '2.1.0',
      license: 'MIT',
      homepage: 'https://example.org/tides#readme',
      author: 'Ada <ada@example.org> (https://example.org/~ada)',
      contributors: [{ name: 'Bob', email: 'bob@example.org' }, 'Cleo'],
      repository: { type: 'git', url: 'git+ssh://git@example.org/team/tides.git' },
    };
    expect(labels(folderWith({ 'image.ts': image, 'package.json': JSON.stringify(fields) }))).toBe(`LABEL maintainer=ada@example.org \\
    org.opencontainers.image.authors="Ada <ada@example.org>, Bob <bob@example.org>, Cleo" \\
    org.opencontainers.image.description="Tells when the tide comes in" \\
    org.opencontainers.image.licenses=MIT \\
    org.opencontainers.image.source=https://example.org/team/tides \\
    org.opencontainers.image.title=@team/tides \\
    org.opencontainers.image.url="https://example.org/tides#readme" \\
    org.opencontainers.image.version=2.1.0
`);
  });

  it('take the source from git where package.json has none, without credentials', () => {
    const folder = folderWith({ 'image.ts': image, 'package.json': '{ "license": "UNLICENSED", "author": { "email": "x@example.org" } }' });
    git(folder, 'init', '-q');
    git(folder, 'remote', 'add', 'origin', 'https://ada:s3cret@example.org/team/tides.git');
    const text = 'LABEL maintainer=ada@example.org \\\n    org.opencontainers.image.source=https://example.org/team/tides\n';
    expect(labels(folder)).toBe(text);
  });

  it('are none of a repository that is a folder of this machine, and none without git', () => {
    const folder = folderWith({ 'image.ts': image });
    git(folder, 'init', '-q');
    git(folder, 'remote', 'add', 'origin', '/srv/git/tides.git');
    expect(labels(folder)).toBe('LABEL maintainer=ada@example.org\n');
    expect(command(['generate', '--stdout'], folder).stdout).toContain('\nLABEL maintainer=ada@example.org\n');
  });

  it('refuse a package.json that is none', () => {
    const stderr =
      'error: package.json is no JSON, and "oci" takes labels from it   (bad-package-json)\nhint: mend it, or write the labels by name\n';
    expect(command(['generate'], folderWith({ 'image.ts': image, 'package.json': '{' }))).toEqual({ status: 2, stdout: '', stderr });
    const plain = folderWith({ 'image.ts': "export default { base: 'debian:bookworm-slim' };\n", 'package.json': '{' });
    expect(command(['generate', '--quiet'], plain)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('the revision', () => {
  it('is given to the image by build, not to the Dockerfile, and only where nothing has changed since the commit', () => {
    const folder = folderWith({ 'image.ts': image });
    command(['generate'], folder, { PATH });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'Tides');
    const build = () => command(['build', '--dry-run', '--engine', 'docker'], folder, { PATH }).stdout;
    const revision = git(folder, 'rev-parse', 'HEAD');
    expect(build()).toBe(
      `docker build -f Dockerfile -t tide-table:latest --label imagewright.project=tide-table --label org.opencontainers.image.revision=${revision} -- .\n`,
    );
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).not.toContain('revision');
    expect(command(['check'], folder, { PATH }).status).toBe(0);
    writeFileSync(join(folder, 'image.ts'), image.replace('ada@', 'bob@'));
    expect(build()).toBe('docker build -f Dockerfile -t tide-table:latest --label imagewright.project=tide-table -- .\n');
  });

  it('is not given where it is written, or not asked for', () => {
    const folder = folderWith({ 'image.ts': image.replace('oci: true', "oci: true, 'org.opencontainers.image.revision': 'r7'") });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'Tides');
    const build = () => command(['build', '--dry-run', '--engine', 'docker'], folder, { PATH }).stdout;
    expect(build()).toBe('docker build -f Dockerfile -t tide-table:latest --label imagewright.project=tide-table -- .\n');
    writeFileSync(join(folder, 'image.ts'), image.replace('oci: true', 'oci: false'));
    git(folder, 'commit', '-q', '-a', '-m', 'No labels');
    expect(build()).toBe('docker build -f Dockerfile -t tide-table:latest --label imagewright.project=tide-table -- .\n');
  });
});
