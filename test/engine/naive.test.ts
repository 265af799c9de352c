/**
 * The proof of the passes: the word-count example built as it is written (`layers: 'as-written'`: one RUN for each request, no mounts, no clean-up) and as each
 * other policy has it. The images hold the same files, but for the caches and logs that are listed here, and have the same configuration.
 */

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { imageConfiguration, imageTree, unexpectedDifferences, type ImageTree } from '../support/image-tree.js';
import { copyProject, imagewright } from '../support/project.js';

const tag = (policy: string) => `imagewright-test-policy:${policy}`;

describeEngine('an image as its definition is written', () => {
  let project: string;
  let written: ImageTree;

  /** Builds the example by a policy; returns what is in it. */
  async function built(policy: string): Promise<ImageTree> {
    imagewright(['generate', '--layers', policy], project);
    docker(['build', '--quiet', '--tag', tag(policy), '.'], { cwd: project });
    return await imageTree(tag(policy));
  }

  beforeAll(async () => {
    project = copyProject('examples/word-count');
    written = await built('as-written');
  });

  afterAll(() => {
    for (const policy of ['as-written', 'cache', 'fewest']) docker(['rmi', '-f', tag(policy)]);
    rmSync(dirname(project), { recursive: true, force: true });
  });

  it('has the index and the logs that the others lack', () => {
    expect([...written.keys()].filter((path) => path.startsWith('var/lib/apt/lists/') && path.includes('_Packages')).length).toBeGreaterThan(0);
    expect(written.size).toBeGreaterThan(10_000);
  });

  it.each(['cache', 'fewest'])('holds the same files as with "%s", but for caches and logs, and the same configuration', async (policy) => {
    const tree = await built(policy);
    expect(tree.size).toBeGreaterThan(10_000);
    expect(unexpectedDifferences(written, tree)).toEqual([]);
    expect(imageConfiguration(tag(policy))).toEqual(imageConfiguration(tag('as-written')));
  });
});
