/** For builds that download: one content behind an address of this machine, whatever path is asked for. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Served {
  /** Without a slash at the end. */
  readonly url: string;
  readonly stop: () => void;
}

/** In a process of its own, for tests wait for their builds without doing anything else. */
export async function serve(content: string | Uint8Array): Promise<Served> {
  const program = `
    const content = require('node:fs').readFileSync(0);
    const server = require('node:http').createServer((_, response) => response.end(content));
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(content);
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${port.toString().trim()}`, stop: () => void child.kill() };
}
