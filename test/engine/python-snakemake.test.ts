/** The preset, for real: what `init python-snakemake` writes, on a base that is at hand, and run as a user that the image has never heard of. */

import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const image = 'rain-report:0.1';

describeEngine('the python-snakemake preset', () => {
  let folder: string;
  let project: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imagewright-'));
    project = join(folder, 'rain-report');
    mkdirSync(project);
    imagewright(['init', 'python-snakemake'], project);
    const definition = readFileSync(join(project, 'image.ts'), 'utf8');
    writeFileSync(join(project, 'image.ts'), definition.replace("  version: '0.1',\n", "  version: '0.1',\n  base: 'debian:bookworm-slim',\n"));
    imagewright(['build'], project);
  });

  afterAll(() => {
    docker(['rmi', '-f', image]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('has the Snakemake that was asked for', () => {
    expect(docker(['run', '--rm', image, 'snakemake', '--version'])).toBe('9.27.1\n');
  });

  it('has the workflow: a dry run plans it', () => {
    const planned = docker([
      'run',
      '--rm',
      '--user',
      '12345:6789',
      image,
      'sh',
      '-c',
      'snakemake --dry-run --quiet rules 2>&1 && snakemake --summary 2>/dev/null',
    ]);
    expect(planned).toContain('results/rain.mean');
  });

  it('has nothing left over in the folders where caches are kept', () => {
    expect(docker(['run', '--rm', image, 'find', '/tmp', '/root', '-mindepth', '1', '-not', '-name', '.bashrc', '-not', '-name', '.profile'])).toBe(
      '',
    );
  });

  it('writes its results to a folder of the host as any user', () => {
    const results = join(project, 'results');
    mkdirSync(results, { recursive: true });
    chmodSync(results, 0o777);
    docker(['run', '--rm', '--user', '12345:6789', '-v', `${results}:/workflow/results`, image]);
    expect(readFileSync(join(results, 'rain.mean'), 'utf8')).toBe('1.75\n');
    const { uid, gid } = statSync(join(results, 'rain.mean'));
    expect([uid, gid]).toEqual([12345, 6789]);
  });
});
