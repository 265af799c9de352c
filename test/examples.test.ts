/** Each example's committed files are what its definition gives: golden tests of the whole flow. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programFolder } from './support/command.js';
import { examples, imagewright, repository } from './support/project.js';

describe.each(examples)('examples/%s', (name) => {
  const folder = join(repository, 'examples', name);

  it('gives its Dockerfile', () => {
    expect(imagewright(['generate', '--stdout'], folder)).toBe(readFileSync(join(folder, 'Dockerfile'), 'utf8'));
  });

  it('is up to date, its ignore file too', () => {
    expect(JSON.parse(imagewright(['check', '--json'], folder))).toEqual({
      ok: true,
      files: [
        { path: 'Dockerfile', state: 'current' },
        { path: 'Dockerfile.dockerignore', state: 'current' },
      ],
      diagnostics: [],
    });
  });
});

describe('the demo', () => {
  const demo = (path: string) => {
    const ended = spawnSync(process.execPath, [join(repository, 'examples/demo.mjs')], { env: { PATH: path }, encoding: 'utf8' });
    return { status: ended.status, stdout: ended.stdout, end: ended.stderr.split('\n').slice(-4) };
  };
  const printed = readFileSync(join(repository, 'examples/word-count/Dockerfile'), 'utf8');
  const end = ['The Dockerfile is complete, but no container engine can build it here.'];

  it('prints the Dockerfile and says what is missing where there is no engine', () => {
    const engine = 'engine: docker, podman, nerdctl, buildah: not installed';
    const hint = 'hint: install Docker (https://docs.docker.com/engine/install/) or Podman (https://podman.io/docs/installation)';
    expect(demo('')).toEqual({ status: 0, stdout: printed, end: [...end, engine, hint, ''] });
  });

  it('takes a docker without buildx for no engine', () => {
    const engine = 'engine docker: 26.1.5, without buildx, which "imagewright build" needs';
    const hint = "hint: install docker-buildx-plugin (of Docker's own packages) or docker-buildx (of the distribution's)";
    const path = programFolder('docker', '[ "$1" = version ] && echo 26.1.5');
    expect(demo(path)).toEqual({ status: 0, stdout: printed, end: [...end, engine, hint, ''] });
  });
});

describe('examples', () => {
  it('are these', () => {
    expect(examples).toEqual(['c-server', 'tide-table', 'web-service', 'word-count']);
  });
});
