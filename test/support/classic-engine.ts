/**
 * An engine of the tests' own with the image store that Docker had before containerd's, and no network: what it refuses cannot be seen on the engine that the other tests share.
 * It is up in half a second. Only where `dockerd` is on PATH, and for root.
 */

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findProgram } from '../../src/engine/find-program.js';

export interface ClassicEngine {
  /** For DOCKER_HOST. */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** The daemon stands beside its command, or where daemons do. */
const PATH = [...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => [folder, join(folder, '../sbin')]), '/usr/sbin', '/sbin'].join(
  delimiter,
);

/** In CI it must. */
export const canStartClassicEngine = (process.env['CI'] ?? '') !== '' || (process.getuid?.() === 0 && findProgram('dockerd', { PATH }) !== undefined);

export async function startClassicEngine(): Promise<ClassicEngine> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
  const host = `unix://${folder}/socket`;
  const places = ['--host', host, '--data-root', `${folder}/data`, '--exec-root', `${folder}/run`, '--pidfile', `${folder}/pid`];
  const alone = ['--bridge=none', '--iptables=false', '--ip6tables=false', '--feature', 'containerd-snapshotter=false'];
  // In a network of its own: a daemon without a bridge takes that of other engines away.
  const daemon = spawn('unshare', ['--net', 'dockerd', ...places, ...alone], { stdio: 'ignore', env: { ...process.env, PATH } });
  const ended = new Promise<void>((resolve) => daemon.on('close', () => resolve()).on('error', () => resolve()));
  const stop = async () => {
    daemon.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries++) {
    if (spawnSync('docker', ['--host', host, 'version'], { stdio: 'ignore' }).status === 0) return { host, stop };
    await setTimeout(100);
  }
  await stop();
  throw new Error('dockerd does not start');
}
