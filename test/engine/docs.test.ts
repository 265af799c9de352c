/** `docker build --check` has nothing to say of what the examples of docs/ become; images have another in their place, for most are out of reach. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { shownExamples } from '../support/docs/pages.js';
import { workedExample } from '../support/docs/worked-example.js';
import { describeEngine } from '../support/engine.js';

const STAND_IN = 'debian:bookworm-slim';

/** So many the engine checks side by side; of many more it forgets some. */
const BATCH = 25;

describeEngine('the examples of docs/', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found no fault with', async () => {
    const examples = await Promise.all(shownExamples().map(workedExample));
    const dockerfiles = [...new Set(examples.map(({ result }) => result.dockerfile))];
    for (let from = 0; from < dockerfiles.length; from += BATCH) {
      const batch = dockerfiles.slice(from, from + BATCH);
      expect(check(batch)).toEqual({ status: 0, complete: batch.length, warnings: [] });
    }
  });

  it('would be found a fault with', () => {
    expect(check(['FROM debian:bookworm-slim\nMAINTAINER someone\n'])).toMatchObject({ status: 1, warnings: ['WARNING: MaintainerDeprecated'] });
  });

  /** One process asks the engine for a batch. */
  function check(dockerfiles: readonly string[]) {
    const target = Object.fromEntries(dockerfiles.map((dockerfile, index) => [`example-${index}`, writeTarget(dockerfile, index)]));
    writeFileSync(join(folder, 'docker-bake.json'), JSON.stringify({ group: { default: { targets: Object.keys(target) } }, target }, null, 2));
    const { status, stdout, stderr } = spawnSync('docker', ['buildx', 'bake', '--check'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    const said = `${stdout}${stderr}`;
    const complete = said.match(/^Check complete, no warnings found\.$/gm)?.length ?? 0;
    return { status, complete, warnings: (said.match(/^(?:WARNING|ERROR|error): \w+.*$/gm) ?? []).map((line) => line.replace(/ - .*/, '')) };
  }

  function writeTarget(dockerfile: string, index: number) {
    const file = `${index}.Dockerfile`;
    // The frontend that is asked for would be downloaded; the engine's own checks as well.
    writeFileSync(join(folder, file), dockerfile.replace(/^# syntax=.*\n/, ''));
    const others = namedIn(dockerfile).filter((name) => name !== STAND_IN);
    const contexts = Object.fromEntries(others.map((name) => [name, `docker-image://${STAND_IN}`]));
    return { context: '.', dockerfile: file, contexts };
  }
});

/** Images and further build contexts: what files are taken from, but for stages. Not those whose name a build argument has. */
function namedIn(dockerfile: string): readonly string[] {
  const bases = [...dockerfile.matchAll(/^FROM (?:--\S+ )?(\S+)/gm)].map(([, base]) => base!);
  const sources = [...dockerfile.matchAll(/(?:--|,)from=([^\s,]+)/g)].map(([, source]) => source!);
  const stages = [...dockerfile.matchAll(/^FROM .* AS (\S+)/gm)].map(([, stage]) => stage!);
  return [...bases, ...sources].filter((name) => name !== 'scratch' && !name.includes('$') && !stages.includes(name));
}
