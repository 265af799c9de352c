/**
 * What is in an image, file by file, so that two images can be compared: the flattened file system as `docker export` gives it, read as it streams by.
 */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { docker } from './engine.js';
import { tarEntries, type TarEntry } from './tar.js';

/** Path → `type mode uid:gid target-or-hash`. Times are left out. */
export type ImageTree = ReadonlyMap<string, string>;

export async function imageTree(image: string): Promise<ImageTree> {
  const container = docker(['create', image]).trim();
  try {
    return await exported(container);
  } finally {
    docker(['rm', container]);
  }
}

async function exported(container: string): Promise<ImageTree> {
  const process = spawn('docker', ['export', container], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => process.on('close', resolve));
  const tree = new Map<string, string>();
  for await (const entry of tarEntries(process.stdout)) tree.set(entry.path, described(entry));
  const status = await ended;
  if (status !== 0) throw new Error(`docker export ended with ${status}`);
  return tree;
}

function described({ path, type, mode, uid, gid, target, content }: TarEntry): string {
  const compared = path === AUTOMATIC ? content.toString().trim().split('\n\n').sort().join('\n\n') : content;
  const what = type === 'file' ? createHash('sha256').update(compared).digest('hex') : target;
  return [type, mode.toString(8), `${uid}:${gid}`, what].join(' ').trimEnd();
}

/** Which packages nobody asked for: apt adds those of each installation at its end, so that the order tells in how many they came. */
const AUTOMATIC = 'var/lib/apt/extended_states';

/** Lines `path: in the first | in the second` for every path that is not the same in both. */
export function treeDifferences(first: ImageTree, second: ImageTree): readonly string[] {
  const paths = [...new Set([...first.keys(), ...second.keys()])].sort();
  return paths
    .filter((path) => first.get(path) !== second.get(path))
    .map((path) => `${path}: ${first.get(path) ?? '-'} | ${second.get(path) ?? '-'}`);
}

/** Where images may differ: what package managers keep for themselves, and caches that bear times. No program in a container behaves in another way for it. */
const cachesAndLogs = [
  /^var\/lib\/apt\/lists(\/|$)/, // the package index, of the day of the build
  /^var\/cache\/apt(\/|$)/, // archives, and the index in binary
  /^var\/cache\/ldconfig(\/|$)/, // bears inode numbers
  /^var\/cache\/fontconfig(\/|$)/, // bears times of folders
  /^var\/lib\/dpkg\/status-old$/, // what was installed before the last installation
  /^var\/log\/(apt\/[^/]+|(alternatives|dpkg)\.log)$/, // bear times
];

/** Differences where there are to be none. */
export function unexpectedDifferences(first: ImageTree, second: ImageTree): readonly string[] {
  return treeDifferences(first, second).filter((line) => !cachesAndLogs.some((place) => place.test(line.slice(0, line.indexOf(':')))));
}

/** What a container of an image starts with. */
export function imageConfiguration(image: string): unknown {
  return JSON.parse(docker(['image', 'inspect', '--format', '{{json .Config}}', image]));
}
