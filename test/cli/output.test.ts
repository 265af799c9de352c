import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from '../support/command.js';

const script = '/usr/bin/script';

/** What a wrong verb says on a terminal: everything but a file or a pipe is one. */
function onTerminal(env: Readonly<Record<string, string>>): string {
  const folder = folderWith({});
  const { stdout } = spawnSync(script, ['-qec', `"${process.execPath}" "${cli}" ebb`, '/dev/null'], {
    cwd: folder,
    env: { HOME: dirname(folder), SHELL: '/bin/sh', ...env },
    encoding: 'utf8',
    input: '',
  });
  return stdout.replaceAll('\r\n', '\n').split('\n')[0]!;
}

const plain = 'error: there is no verb "ebb"   (usage)';
const painted = '\u001b[31merror\u001b[39m: there is no verb "ebb"   \u001b[2m(usage)\u001b[22m';

describe.skipIf(process.platform !== 'linux' || !existsSync(script))('on a terminal', () => {
  it.each([
    ['', { TERM: 'xterm' }, painted],
    [', unless it has none', { TERM: 'dumb' }, plain],
    [', unless NO_COLOR is set', { TERM: 'xterm', NO_COLOR: '1' }, plain],
    [', though it has none, when FORCE_COLOR is set', { TERM: 'dumb', FORCE_COLOR: '1' }, painted],
  ])('there is colour%s', (_, env, text) => {
    expect(onTerminal(env)).toBe(text);
  });
});
