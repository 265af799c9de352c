/**
 * `build` on a real terminal: docs/build-session.md is what it shows, up to times (UPDATE_DOCS=1, or `npm run session`, writes it); Ctrl-C leaves the terminal as it was.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { buildSession } from '../support/build-session.js';
import { cli } from '../support/command.js';
import { describeEngine, docker } from '../support/engine.js';
import { repository } from '../support/project.js';
import { onTerminal } from '../support/pty.js';

describeEngine('build, on a terminal', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(root, 'tides-'));
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
    docker(['rmi', '-f', 'tide-table:1.0']);
  });

  it('shows what docs/build-session.md has', async () => {
    const page = join(repository, 'docs/build-session.md');
    const session = await buildSession(folder);
    if (process.env.UPDATE_DOCS) writeFileSync(page, session);
    expect(session).toBe(readFileSync(page, 'utf8'));
  });

  it('ends with 130 at Ctrl-C: the engine has ended, the terminal is clean, nothing is half-written', async () => {
    const mark = `${process.pid}.5`;
    writeFileSync(join(folder, 'image.ts'), `export default { name: 'ebb', base: 'debian:bookworm-slim', run: ['echo ebbing && sleep ${mark}'] };\n`);
    let isTyped = false;
    const { status, terminal } = await onTerminal(`${process.execPath} ${cli} build`, {
      cwd: folder,
      columns: 100,
      rows: 24,
      watch: ({ lines }, type) => {
        if (isTyped || !lines().some((line) => line.trim() === 'ebbing')) return;
        isTyped = true;
        type('\u0003');
      },
    });
    expect(status).toBe(130);
    expect(terminal.isCursorShown()).toBe(true);
    expect(terminal.lines().map((line) => line.replace(/\d+\.\d+s$|cached$/, '…'))).toEqual([
      'wrote Dockerfile',
      'wrote Dockerfile.dockerignore',
      'running docker build -f Dockerfile -t ebb:latest --label imagewright.project=ebb -- .',
      '[1/2] base debian:bookworm-slim  …',
      expect.stringMatching(/^\[2\/2\] run\[0\] echo ebbing && sleep \d+\.5  stopped after …$/),
      'interrupted',
      '',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['Dockerfile', 'Dockerfile.dockerignore', 'image.ts']);
    expect(processes(`sleep ${mark}`)).toEqual([]);
  });

  it.each([
    ['TERM=dumb', { TERM: 'dumb' }],
    ['--progress plain', {}],
  ])('draws nothing with %s', async (what, env) => {
    writeFileSync(join(folder, 'image.ts'), "export default { base: 'debian:bookworm-slim', run: ['true'] };\n");
    const written: string[] = [];
    const options = what.startsWith('--') ? ` ${what}` : '';
    await onTerminal(`${process.execPath} ${cli} build${options}`, {
      cwd: folder,
      columns: 80,
      rows: 24,
      env: { ...env, NO_COLOR: '1' },
      watch: ({ lines }) => void written.push(lines().join('\n')),
    });
    expect(written.at(-1)).toContain('[2/2] run[0] true');
    expect(written.filter((text) => text.includes('building'))).toEqual([]);
  });
});

/** Command lines of processes, of containers too, that have this text; the engine kills what it has begun. */
function processes(text: string): readonly string[] {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.startsWith(text));
    if (found.length === 0 || Date.now() > deadline) return found;
  }
}
