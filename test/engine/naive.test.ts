/**
 * The proof of the passes: the word-count example built as it is written (`layers: 'as-written'`: one RUN for each request, no mounts, no clean-up) and as each
 * other policy has it. The images hold the same files, but for the caches and logs that are listed here, and have the same configuration.
 */

import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { imageTree, treeDifferences, type ImageTree } from '../support/image-tree.js';
import { copyProject, imagewright } from '../support/project.js';

/** Where images may differ: what package managers keep for themselves. Nothing reads any of it in a container. */
const cachesAndLogs = [
  /^var\/lib\/apt\/lists(\/|$)/, // the package index, of the day of the build
  /^var\/cache\/apt(\/|$)/, // archives, and the index in binary
  /^var\/cache\/ldconfig(\/|$)/, // bears inode numbers
  /^var\/log\/(apt\/[^/]+|(alternatives|dpkg)\.log)$/, // bear times
];

const tag = (policy: string) => `imagewright-test-policy:${policy}`;

function configOf(image: string): unknown {
  return JSON.parse(docker(['image', 'inspect', '--format', '{{json .Config}}', image]));
}

function unexpected(first: ImageTree, second: ImageTree): readonly string[] {
  return treeDifferences(first, second).filter((line) => !cachesAndLogs.some((place) => place.test(line.slice(0, line.indexOf(':')))));
}

describeEngine('an image as its definition is written', () => {
  let project: string;
  let written: ImageTree;

  /** Builds the example by a policy; returns what is in it. */
  async function built(policy: string): Promise<ImageTree> {
    imagewright(['generate', '--layers', policy], project);
    docker(['build', '--no-cache', '--quiet', '--tag', tag(policy), '.'], { cwd: project });
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
    expect(unexpected(written, tree)).toEqual([]);
    expect(configOf(tag(policy))).toEqual(configOf(tag('as-written')));
  });
});
