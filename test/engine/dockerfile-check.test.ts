/** `docker build --check` has nothing to say about any example's Dockerfile, nor about those written by hand that the benchmark compares with. */

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { examples, repository } from '../support/project.js';

describeEngine('docker build --check', () => {
  const standIns: string[] = [];

  /** The check asks for the base's configuration, not for its files: an empty image of that name will do where the base cannot be had. */
  function provide(base: string): void {
    if (docker(['images', '-q', base]) !== '') return;
    docker(['import', '-', base], { input: '' });
    standIns.push(base);
  }

  afterAll(() => {
    for (const base of standIns) docker(['rmi', base]);
  });

  it.each(examples)('finds nothing in examples/%s', (name) => {
    const folder = join(repository, 'examples', name);
    const bases = [...readFileSync(join(folder, 'Dockerfile'), 'utf8').matchAll(/^FROM ([^\s:]+:\S+)/gm)].map((match) => match[1]!);
    expect(bases.length).toBeGreaterThan(0);
    for (const base of bases) provide(base);
    expect(docker(['build', '--check', '.'], { cwd: folder })).toContain('Check complete, no warnings found.');
  });

  it('finds nothing in what the benchmark has by hand', () => {
    const cases = join(repository, 'bench/cases');
    const written = readdirSync(cases).flatMap((name) => ['naive', 'expert'].map((form) => ({ name, form })));
    const targets = written.map(({ name, form }) => [`${name}-${form}`, { context: join(cases, name), dockerfile: `${form}.Dockerfile` }]);
    const input = JSON.stringify({ target: Object.fromEntries(targets) });
    const said = docker(['buildx', 'bake', '--check', '--file', '-', ...targets.map(([target]) => String(target))], { input });
    expect(said.match(/^Check complete, no warnings found\.$/gm)).toHaveLength(written.length);
    expect(written.length).toBeGreaterThan(8);
  });

  it('does find something in a Dockerfile that has a fault', () => {
    const input = 'FROM debian:bookworm-slim\nMAINTAINER someone\n';
    const { status, stdout } = spawnSync('docker', ['build', '--check', '-f', '-', join(repository, 'examples')], { input, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain('WARNING: MaintainerDeprecated');
  });
});
