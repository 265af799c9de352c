/**
 * What surrounds the programs of an image, for real and in one image of Debian: its locale, its time zone, accounts whose uid somebody had before, and containers that
 * run as anybody at all.
 */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const IMAGE = 'system-test:1';

const definition: ImageDefinition = {
  name: 'system-test',
  version: '1',
  base: { stage: 'second' },
  stages: {
    first: { base: 'debian:bookworm-slim', user: { name: 'ebb', uid: 1000 } },
    // It takes the uid of an account that somebody could have been, and so replaces it.
    second: { base: { stage: 'first' }, user: { name: 'flow', uid: 1000, gid: 1000 } },
  },
  // This one shares the uid of an account of the system, whose home it would have.
  user: { name: 'tides', uid: 33, groups: ['audio'] },
  env: { HOME: '/home/tides' },
  locale: 'de_DE.UTF-8',
  timezone: 'Europe/Berlin',
  pip: ['tabulate==0.9.0'],
  workdir: '/opt/tides',
  copy: { 'table.txt': './', scripts: 'scripts/' },
  run: ['install -d -m 775 results'],
  volumes: ['/opt/tides/results'],
};

describeEngine('the system of an image', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));

  beforeAll(() => {
    mkdirSync(join(folder, 'scripts'));
    writeFileSync(join(folder, 'table.txt'), 'ebb 1\nflow 2\n');
    writeFileSync(
      join(folder, 'scripts/tides.py'),
      'import tabulate, pathlib\npathlib.Path("results/out").write_text(tabulate.tabulate([[1, 2]]))\n',
    );
    writeFileSync(join(folder, 'image.json'), JSON.stringify(definition));
    imagewright(['build', 'image.json'], folder);
  });

  afterAll(() => {
    docker(['image', 'rm', '--force', IMAGE]);
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (script: string, ...options: readonly string[]) => docker(['run', '--rm', ...options, IMAGE, 'sh', '-c', script]);

  it('speaks the language, and counts as it does', () => {
    const python = 'import locale; locale.setlocale(locale.LC_ALL, ""); print(locale.format_string("%.1f", 3.5))';
    expect(run(`locale; date -d 2024-01-01 +%A; python3 -c '${python}'`)).toMatch(/^LANG=de_DE\.UTF-8\n(?:\w+=\S*\n)*Montag\n3,5\n$/);
  });

  it('has the time of the zone, without the environment, too', () => {
    expect(run('date -d @0 "+%H %Z"; env -i date -d @0 "+%H %Z"; python3 -c "import time; print(time.localtime(0).tm_hour)"')).toBe(
      '01 CET\n01 CET\n1\n',
    );
  });

  it('has its accounts, whoever had their uids', () => {
    expect(run('id; id flow; grep -c ebb /etc/passwd; ls /home; touch ~/file && stat -c %u ~/file')).toBe(
      'uid=33(www-data) gid=1001(tides) groups=1001(tides),29(audio)\nuid=1000(flow) gid=1000(flow) groups=1000(flow)\n0\nflow\ntides\n33\n',
    );
  });

  it.each([
    { options: ['--user=12345:0'] },
    { options: ['--user=12345:0', '--read-only', '--cap-drop=ALL', '--security-opt=no-new-privileges'] },
    { options: ['--user=0'] },
  ])('works for whoever runs it: $options', ({ options }) => {
    const script = 'tabulate table.txt && python3 scripts/tides.py && cat results/out';
    expect(run(script, ...options)).toBe('----  -\nebb   1\nflow  2\n----  -\n-  -\n1  2\n-  -');
  });

  it('lets nobody but root write what is not meant for it', () => {
    const script = 'for path in . scripts /opt/venv /etc/passwd; do [ -w $path ] && echo $path; done; echo nothing';
    expect(run(script, '--user=12345:0')).toBe('nothing\n');
    expect(run(script)).toBe('nothing\n');
  });
});
