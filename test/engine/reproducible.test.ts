/**
 * The same definition, built twice without a cache: the images hold the same files, byte for byte. What would make them differ (logs, compiled modules with times,
 * the day of an account) is not there, and what tells installed packages apart is.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngine, docker } from '../support/engine.js';
import { imageTree, treeDifferences } from '../support/image-tree.js';
import { imagewright } from '../support/project.js';

const [first, second] = ['reproducible-test:1', 'reproducible-test:2'];

describeEngine('an image that is built twice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-'));

  beforeAll(() => {
    const fields = { apt: ['hello'], pip: ['attrs==23.2.0'], user: { name: 'sailor', uid: 1500 } };
    writeFileSync(join(folder, 'image.json'), JSON.stringify({ name: 'reproducible-test', base: 'debian:bookworm-slim', ...fields }));
    imagewright(['generate'], folder);
    for (const tag of [first, second]) docker(['build', '--quiet', '--no-cache', '--tag', tag, '.'], { cwd: folder });
  });

  afterAll(() => {
    docker(['rmi', '-f', first, second]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the same files', async () => {
    const trees = [await imageTree(first), await imageTree(second)] as const;
    expect(trees[0].size).toBeGreaterThan(5000);
    expect(treeDifferences(...trees)).toEqual([]);
  });

  it('has no day and no time that another day would change', () => {
    const script = `
      grep ^sailor: /etc/shadow
      python -c "import pathlib; print({path.read_bytes()[4] for path in pathlib.Path('/opt/venv').rglob('*.pyc')})"
      find /var/log /var/cache/ldconfig /var/cache/apt /var/lib/apt/lists -type f -size +0`;
    // 3: by a hash of the source, which is looked at.
    expect(docker(['run', '--rm', '--user', '0', first, 'sh', '-c', script])).toBe('sailor:!::0:99999:7:::\n{3}\n');
  });

  it('still tells what was asked for from what came along, which a mount on all of /var/lib/apt would lose', () => {
    const script = 'apt-mark showauto libpython3-stdlib; apt-mark showmanual hello python3';
    expect(docker(['run', '--rm', first, 'sh', '-c', script])).toBe('libpython3-stdlib\nhello\npython3\n');
  });
});
