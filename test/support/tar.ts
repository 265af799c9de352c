/** Reads a tar archive as it streams by: ustar, with the PAX and GNU extensions for long names and links. */

import type { Readable } from 'node:stream';

export interface TarEntry {
  /** Without a final slash. */
  readonly path: string;
  readonly type: 'file' | 'folder' | 'link' | 'hard link' | 'device' | 'fifo';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of links; of devices: their numbers. */
  readonly target: string;
  readonly content: Buffer;
}

const types: Readonly<Record<string, TarEntry['type']>> = {
  ...{ '0': 'file', '\0': 'file', '1': 'hard link', '2': 'link' },
  ...{ '3': 'device', '4': 'device', '5': 'folder', '6': 'fifo' },
};

export async function* tarEntries(stream: Readable): AsyncGenerator<TarEntry> {
  const take = reader(stream);
  let extra: Record<string, string> = {};
  for (;;) {
    const head = await take(512);
    if (head.length < 512 || head.every((byte) => byte === 0)) break;
    const size = Number(extra['size'] ?? octal(head, 124, 12));
    const content = (await take(Math.ceil(size / 512) * 512)).subarray(0, size);
    const kind = String.fromCharCode(head[156]!);
    if (kind === 'x') extra = { ...extra, ...paxRecords(content) };
    else if (kind === 'L') extra = { ...extra, path: text(content, 0, size) };
    else if (kind === 'K') extra = { ...extra, linkpath: text(content, 0, size) };
    else if (kind !== 'g') {
      yield entryOf({ head, extra, kind, content });
      extra = {};
    }
  }
  for await (const _ of stream);
}

function entryOf({ head, extra, kind, content }: { head: Buffer; extra: Record<string, string>; kind: string; content: Buffer }): TarEntry {
  const type = types[kind];
  const prefix = text(head, 345, 155);
  const path = extra['path'] ?? (prefix === '' ? '' : `${prefix}/`) + text(head, 0, 100);
  if (type === undefined) throw new Error(`"${path}" is of the unknown tar type "${kind}"`);
  const target = type === 'device' ? `${kind} ${octal(head, 329, 8)}:${octal(head, 337, 8)}` : (extra['linkpath'] ?? text(head, 157, 100));
  const [mode, uid, gid] = [octal(head, 100, 8), Number(extra['uid'] ?? octal(head, 108, 8)), Number(extra['gid'] ?? octal(head, 116, 8))];
  return { path: path.replace(/\/$/, ''), type, mode, uid, gid, target, content };
}

/** Gives the next bytes of a stream, fewer only at its end. */
function reader(stream: Readable): (length: number) => Promise<Buffer> {
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  return async (length) => {
    const parts = [rest];
    let have = rest.length;
    while (have < length) {
      const next = await chunks.next();
      if (next.done === true) break;
      parts.push(next.value);
      have += next.value.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
}

function text(bytes: Buffer, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

/** A number in octal digits, or, where it has too many, in binary after a byte with its first bit set. */
function octal(bytes: Buffer, start: number, length: number): number {
  if ((bytes[start]! & 0x80) !== 0) return bytes.subarray(start + 1, start + length).reduce((sum, byte) => sum * 256 + byte, 0);
  return parseInt(text(bytes, start, length).trim() || '0', 8);
}

function paxRecords(content: Buffer): Record<string, string> {
  const records: Record<string, string> = {};
  for (let at = 0; at < content.length;) {
    const blank = content.indexOf(0x20, at);
    const end = at + Number(content.toString('utf8', at, blank));
    const [name, ...value] = content.toString('utf8', blank + 1, end - 1).split('=');
    records[name!] = value.join('=');
    at = end;
  }
  return records;
}
