/** Where in an image a text stands: every blob of it, as `docker save` gives them: layers (unpacked), config with its history, manifests, attestations. */

import { spawn } from 'node:child_process';
import { gunzipSync } from 'node:zlib';
import { tarEntries } from './tar.js';

export interface Scan {
  /** What a blob with the text in it is, one a blob. */
  readonly found: readonly string[];
  /** How many blobs of each kind were read. */
  readonly read: Readonly<Record<string, number>>;
}

export async function scanImage(image: string, text: string): Promise<Scan> {
  const process = spawn('docker', ['save', image], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => process.on('close', resolve));
  const found: string[] = [];
  const read: Record<string, number> = {};
  for await (const { type, content } of tarEntries(process.stdout)) {
    if (type !== 'file') continue;
    const bytes = content.readUInt16BE(0) === 0x1f8b ? gunzipSync(content) : content;
    const kind = kindOf(bytes);
    read[kind] = (read[kind] ?? 0) + 1;
    if (bytes.includes(text)) found.push(kind);
  }
  const status = await ended;
  if (status !== 0) throw new Error(`docker save ended with ${status}`);
  return { found: found.sort(), read };
}

function kindOf(bytes: Buffer): string {
  const [isTar, isEmptyTar] = [bytes.toString('latin1', 257, 262) === 'ustar', bytes.every((byte) => byte === 0)];
  if (isTar || isEmptyTar) return 'layer';
  if (bytes[0] !== 0x7b && bytes[0] !== 0x5b) throw new Error(`a blob that is neither layer nor JSON begins with ${bytes.toString('hex', 0, 8)}`);
  const value = JSON.parse(bytes.toString()) as Readonly<Record<string, unknown>>;
  if ('predicateType' in value) return 'attestation';
  return 'rootfs' in value ? 'config' : 'manifest';
}
