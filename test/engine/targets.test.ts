/**
 * One definition for each builder: whatever form it is written in, heredoc or line, `--parents` or several COPYs, the files are the same.
 */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { add, arg, copy, env, file, run, shell, user, workdir } from '../../src/spec/steps.js';
import type { ImageDefinition, PartialDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';
import { describeBuildah, runBuildah } from '../support/buildah.js';
import { describeEngine, docker } from '../support/engine.js';

/** What is below a folder: kind, mode, owner, target of a link and sum of each file. */
const LIST = "cd /out && find . -printf '%p %y %m %U:%G %l\\n' | LC_ALL=C sort && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2";

/** Of each builder's own form there is one: heredocs, `#!`, `--parents`, `--link`, triggers, files that no heredoc carries, list forms. */
function definition(dockerfile: PartialDefinition['dockerfile']): ImageDefinition {
  const first: PartialDefinition = {
    base: 'debian:bookworm-slim',
    onbuild: [
      copy(['docs/manual', 'src/tool'], '/out/built/', { parents: true }),
      file('/out/built/x', 'x\n'),
      run('cd /out/built\nfor name in *; do echo $name >> /y; done\nmv /y .'),
    ],
  };
  const steps = [
    copy(['docs/manual', 'src/./tool/main.c'], '/out/parents/', { parents: true }),
    copy('src', '/out/owner', { chown: '7:8' }),
    copy(['src', 'two words.txt'], '/out/link/', { link: true }),
    copy('/etc/debian_version', '/out/', { stage: 'other' }),
    copy('/out/own', '/out/owned', { stage: 'other' }),
    run('mkdir /out/script\nfor name in one two; do\n  # A comment, and <<x\n  echo "$name <$((1 << 2))>" > "/out/script/$name"\ndone'),
    run('mkdir -p /out/lines/a/b\ntouch /out/lines/a/x\nchmod 0600 /out/lines/a/x\nln -s a /out/lines/link'),
    run('#!/usr/bin/perl -w\nopen(my $f, ">", "/out/perl"); print $f "two\\tlines\\n\\\\";'),
    run(['touch', '/out/a list, $HOME']),
    file('/out/files/plain', '$HOME `x` \\ \\\\ "quoted" \'and\'\n\n# no comment\n<<EOF\nEOF\n'),
    file('/out/files/rights', 'x\n', { chown: '7:8' }),
    file('/out/files/deep/no newline', 'last line'),
    file('/out/files/empty', ''),
    arg({ NAME: 'tide' }),
    env({ FOLDER: expand('/out/$NAME') }),
    workdir(expand('$FOLDER/deep')),
    copy(expand('src/$NAME*'), './'),
    user('7:8'),
    run('id -u > /tmp/uid'),
    file('/out/as-root', 'x\n'),
    user('root'),
    add({ archive: 'tide.tar', to: '/out/' }),
    shell(['bash', '-eo', 'pipefail', '-c']),
    run('pwd > pwd; set -o > options\nmv /tmp/uid .'),
  ];
  const other: PartialDefinition = {
    base: 'debian:bookworm-slim',
    run: ['install -d -o 7 -g 8 /out/own', 'install -o 7 -m 640 /dev/null /out/own/x'],
  };
  return { base: { stage: 'first' }, stages: { first, other }, steps, layers: 'fewest', dockerfile } as ImageDefinition;
}

const image = `localhost/targets-test:${process.pid}`;
const context = mkdtempSync(join(tmpdir(), 'targets-'));
const given = {
  'docs/manual/one.txt': 'one\n',
  'src/tool/main.c': 'int main;\n',
  'src/tide.txt': 'tide\n',
  'two words.txt': 'two\n',
  'archived/a/b.txt': 'b\n',
};

function written(dockerfile: PartialDefinition['dockerfile']): string {
  const result = compile(definition(dockerfile), { comments: false });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  const path = join(context, 'Probe');
  writeFileSync(path, result.dockerfile);
  writeFileSync(`${path}.dockerignore`, result.dockerignore);
  return path;
}

describeEngine('a definition gives the same files', () => {
  let expected: string;

  beforeAll(() => {
    for (const [path, text] of Object.entries(given)) {
      mkdirSync(join(context, dirname(path)), { recursive: true });
      writeFileSync(join(context, path), text);
      chmodSync(join(context, path), 0o644);
    }
    execFileSync('tar', ['-cf', join(context, 'tide.tar'), '--owner=7', '--group=8', '-C', join(context, 'archived'), 'a']);
    docker(['build', '--quiet', '--file', written({ for: 'buildkit' }), '--tag', image, context]);
    expected = docker(['run', '--rm', image, 'sh', '-c', LIST]);
  });

  afterAll(() => {
    docker(['image', 'rm', '--force', image, `${image}-legacy`]);
    rmSync(context, { recursive: true, force: true });
  });

  it('by the legacy builder', () => {
    const options = { env: { ...process.env, DOCKER_BUILDKIT: '0' } };
    docker(['build', '--quiet', '--file', written({ for: 'legacy' }), '--tag', `${image}-legacy`, context], options);
    expect(docker(['run', '--rm', `${image}-legacy`, 'sh', '-c', LIST])).toBe(expected);
  });

  describeBuildah('by Buildah', (buildah) => {
    it('of its version', async () => {
      const path = written({ for: `buildah ${buildah.version}` });
      await runBuildah(buildah, [
        'build',
        '--quiet',
        '--format',
        'docker',
        '--file',
        path,
        '--ignorefile',
        `${path}.dockerignore`,
        '--tag',
        image,
        context,
      ]);
      const container = (await runBuildah(buildah, ['from', '--pull-never', image])).trim();
      try {
        expect(await runBuildah(buildah, ['run', container, '--', 'sh', '-c', LIST])).toBe(expected);
      } finally {
        await runBuildah(buildah, ['rm', container]);
        await runBuildah(buildah, ['rmi', '--force', image]);
      }
    });
  });
});
