/**
 * Passes on the engine, one definition for each that the examples and the definitions at random of proof.test.ts do not show as well: what is gained is seen in the layers, and the images
 * hold the same.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { copy, run, workdir } from '../../src/spec/steps.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';
import { folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { imageConfiguration, imageTree, unexpectedDifferences } from '../support/image-tree.js';

const tag = (name: string) => `imagewright-test-passes:${name}`;
const tags = ['as-written', 'cache', 'again'];

interface Made {
  /** All but FROM and what describes the image. */
  readonly instructions: readonly string[];
  /** Digests, the base's first. */
  readonly layers: readonly string[];
  readonly bytes: number;
}

function made(definition: ImageDefinition, name: string, words: readonly string[] = []): Made {
  const compiled = compile({ ...definition, dockerfile: { comments: false } }, { layers: name === 'as-written' ? 'as-written' : 'cache' });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const folder = folderWith({ 'texts/ebb.txt': 'low water\n' });
  mkdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables/heights'), Buffer.alloc(3_000_000, 'tide'));
  writeFileSync(join(folder, 'Dockerfile'), compiled.dockerfile);
  writeFileSync(join(folder, 'Dockerfile.dockerignore'), compiled.dockerignore);
  docker(['build', '--quiet', '--tag', tag(name), ...words, '.'], { cwd: folder });
  rmSync(folder, { recursive: true });
  const sizes = docker(['history', '--human=false', '--format', '{{.Size}}', tag(name)])
    .trim()
    .split('\n');
  return {
    instructions: compiled.dockerfile
      .replaceAll(/ \\\n\s+/g, ' ')
      .split('\n')
      .filter((line) => /^(?:ARG|COPY|RUN|WORKDIR) /.test(line)),
    layers: JSON.parse(docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', tag(name)])),
    bytes: sizes.reduce((sum, size) => sum + Number(size), 0),
  };
}

async function expectSame(): Promise<void> {
  const [written, optimised] = [await imageTree(tag('as-written')), await imageTree(tag('cache'))];
  expect(written.size).toBeGreaterThan(1_000);
  expect(unexpectedDifferences(written, optimised)).toEqual([]);
  expect(imageConfiguration(tag('cache'))).toEqual(imageConfiguration(tag('as-written')));
}

describeEngine('a pass', () => {
  afterAll(() => void docker(['rmi', '--force', ...tags.map(tag)]));

  it('lets COPY say who owns a folder, and mounts what one command uses and removes: their files are stored once, or not at all', async () => {
    const definition: ImageDefinition = {
      base: 'debian:bookworm-slim',
      steps: [
        copy('tables', '/opt/tides/tables/'),
        run('chown -R www-data:www-data /opt/tides'),
        copy('tables', '/tmp/tables'),
        run('wc -c /tmp/tables/heights > /opt/count && rm -rf /tmp/tables'),
      ],
    };
    const [written, optimised] = [made(definition, 'as-written'), made(definition, 'cache')];
    expect(optimised.instructions).toEqual([
      'COPY --chown=www-data:www-data tables /opt/tides/tables/',
      'RUN --mount=type=bind,source=tables,target=/tmp/tables,rw wc -c /tmp/tables/heights > /opt/count',
    ]);
    expect(written.bytes - optimised.bytes).toBeGreaterThan(5_900_000);
    await expectSame();
  });

  it('gives a folder of WORKDIR by itself, and makes no account again for another build argument', async () => {
    const definition: ImageDefinition = {
      base: 'debian:bookworm-slim',
      args: { EDITION: '1' },
      user: { name: 'pilot', uid: 1500 },
      steps: [
        workdir('/srv/tides'),
        copy('tables', './'),
        run('chown -R pilot:pilot /srv/tides'),
        run('echo "$EDITION" > /srv/edition', { layer: 'shared' }),
        run('date -u -d @0 > /srv/day', { layer: 'shared' }),
      ],
      labels: { edition: expand('$EDITION') },
    };
    const [written, optimised] = [made(definition, 'as-written'), made(definition, 'cache')];
    expect(optimised.instructions.map((line) => line.replace(/useradd .*/, 'useradd …'))).toEqual([
      'RUN SOURCE_DATE_EPOCH=0 useradd …',
      'WORKDIR /srv/tides',
      'COPY --chown=pilot:pilot tables ./',
      'RUN chown pilot:pilot /srv/tides',
      'ARG EDITION=1',
      'RUN ( echo "$EDITION" > /srv/edition ) && ( date -u -d @0 > /srv/day )',
    ]);
    expect(written.bytes - optimised.bytes).toBeGreaterThan(2_900_000);
    await expectSame();
    const again = made(definition, 'again', ['--build-arg', 'EDITION=2']);
    expect(again.layers.slice(0, -1)).toEqual(optimised.layers.slice(0, -1));
    expect(again.layers.at(-1)).not.toBe(optimised.layers.at(-1));
  });
});
