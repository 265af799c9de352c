/**
 * Start-up: processor time (user and system) of the command as a multiple of that of `node -e 0`, in pairs, and peak memory.
 *
 * NODE_EXTRA_CA_CERTS is unset: where it is set it makes `node -e 0` itself dearer and every ratio smaller.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, table } from './table.mjs';

const rounds = 21;
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const commands = { '`node -e 0`': ['-e', '0'], '`imagewright --help`': [cli, '--help'], '`imagewright generate`, warm': [cli, 'generate'] };
const limits = { '`imagewright --help`': '2.0', '`imagewright generate`, warm': '3.0, 60 MiB' };

export function measureStartUp() {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-bench-'));
  try {
    const project = join(folder, 'word-count');
    cpSync(join(root, 'examples/word-count'), project, { recursive: true });
    for (const args of Object.values(commands)) execFileSync(process.execPath, args, options(project));
    return described(measured(project));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function options(cwd) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' };
}

/** Every command once a round, each round beginning with another one. */
function measured(project) {
  const names = Object.keys(commands);
  const seconds = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [index] of names.entries()) {
      const name = names[(index + round) % names.length];
      seconds[name].push(processorSeconds(commands[name], project));
    }
  }
  return names.map((name) => ({
    name,
    ratio: median(seconds[name].map((value, round) => value / seconds[names[0]][round])),
    seconds: median(seconds[name]),
    memory: median(Array.from({ length: 5 }, () => peakMemory(commands[name], project))),
  }));
}

function processorSeconds(args, project) {
  const timed = ['-c', 'TIMEFORMAT="%3U %3S"; time "$0" "$@" 2>/dev/null', process.execPath, ...args];
  const [user, system] = execFileSyncStderr('bash', timed, options(project)).trim().split(' ').map(Number);
  return user + system;
}

/** MiB. The process says it of itself when it ends. */
function peakMemory(args, project) {
  const hook = `data:text/javascript,import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));`;
  const { status, output } = spawnSync(process.execPath, ['--import', hook, ...args], {
    ...options(project),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(output[3]) / 1024;
}

function execFileSyncStderr(file, args, given) {
  const { status, stderr } = spawnSync(file, args, given);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return stderr;
}

function described(results) {
  const rows = results.map(({ name, ratio, seconds, memory }) => [name, ratio.toFixed(2), seconds.toFixed(3), memory.toFixed(0), limits[name] ?? '']);
  return [
    '## Start-up',
    `Node ${process.version}, ${rounds} rounds, medians; the ratio is to \`node -e 0\` of the same round.`,
    table([['command', 'processor time, ratio', 'seconds', 'peak memory, MiB', 'at most'], ...rows]),
  ].join('\n\n');
}
