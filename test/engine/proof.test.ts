/**
 * The proof of the passes on the engine: what is built from a definition as it is written, and as each other policy has it, is the same, file by file, but for the caches and logs
 * that are listed in `image-tree.ts`; and so is the configuration. `npm run prove` takes 50 definitions at random, and all examples and cases of the benchmark whose
 * base can be had; CI a part of both.
 */

import fc from 'fast-check';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { arbitraryDefinition, context } from '../support/arbitrary-definition.js';
import { folderWith } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { imageConfiguration, imageTree, unexpectedDifferences } from '../support/image-tree.js';
import { copyProject, imagewright } from '../support/project.js';

const isWhole = process.env['IMAGEWRIGHT_PROVE'] === 'all';
const policies = ['cache', 'fewest'] as const;

/** Of the examples, word-count is in `naive.test.ts`, and the base of tide-table can be had from its registry alone. */
const short = ['examples/c-server'];
const long = ['examples/web-service', 'bench/cases/node-service', 'bench/cases/r-report', 'bench/cases/web-service'];

const tag = (policy: string) => `imagewright-test-proof:${policy}`;

async function built(folder: string, policy: string): Promise<{ readonly tree: ReadonlyMap<string, string>; readonly configuration: unknown }> {
  docker(['build', '--quiet', '--tag', tag(policy), '.'], { cwd: folder });
  try {
    return { tree: await imageTree(tag(policy)), configuration: imageConfiguration(tag(policy)) };
  } finally {
    docker(['rmi', '--force', tag(policy)]);
  }
}

/** Writes the files for a policy, and builds. */
type Write = (policy: 'as-written' | (typeof policies)[number]) => void;

async function expectSameImages(folder: string, write: Write, compared: readonly (typeof policies)[number][]): Promise<void> {
  write('as-written');
  const written = await built(folder, 'as-written');
  expect(written.tree.size).toBeGreaterThan(1_000);
  for (const policy of compared) {
    write(policy);
    const { tree, configuration } = await built(folder, policy);
    expect(unexpectedDifferences(written.tree, tree)).toEqual([]);
    expect(configuration).toEqual(written.configuration);
  }
}

describeEngine('an image as its definition is written, and as it is optimised', () => {
  it.each(isWhole ? [...short, ...long] : short)('is the same for %s', async (name) => {
    const project = copyProject(name);
    try {
      await expectSameImages(project, (policy) => imagewright(['generate', '--layers', policy], project), policies);
    } finally {
      rmSync(dirname(project), { recursive: true, force: true });
    }
  });

  const definitions = fc.sample(arbitraryDefinition, { numRuns: isWhole ? 50 : 4, seed: 7 });

  it.each(definitions.map((definition, index) => [index + 1, definition] as const))(
    'is the same for definition %i of those at random',
    async (number, definition) => {
      const folder = folderWith(context);
      // Every second one, where time is short.
      const compared = isWhole ? policies : [policies[number % 2]!];
      await expectSameImages(folder, (policy) => writeCompiled(definition, policy, folder), compared);
    },
  );
});

function writeCompiled(definition: ImageDefinition, layers: 'as-written' | 'cache' | 'fewest', folder: string): void {
  const compiled = compile(definition, { layers });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Dockerfile'), compiled.dockerfile);
  writeFileSync(join(folder, 'Dockerfile.dockerignore'), compiled.dockerignore);
}
