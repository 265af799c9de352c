import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folderWith, programFolder } from '../support/command.js';

/** Starts a build whose engine says when it runs and when it is asked to end; sends the signal once it runs. */
async function signalled(signal: NodeJS.Signals): Promise<{ code: number | null; said: string; ended: boolean }> {
  const folder = folderWith({ 'image.ts': "export default { base: 'scratch' };\n" });
  const script = `[ "$1" = buildx ] && exit 0\ntrap ': > "${folder}/ended"; exit 9' TERM\necho running\nwhile :; do /bin/sleep 0.05; done`;
  const env = { PATH: programFolder('docker', script), HOME: dirname(folder) };
  const child = spawn(process.execPath, [cli, 'build', '--quiet'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') {
      child.kill(signal);
    }
    said += data.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said, ended: existsSync(join(folder, 'ended')) };
}

it('hands on a request to end, waits for the engine, and ends as who was asked to', async () => {
  expect(await signalled('SIGTERM')).toEqual({ code: 143, said: 'running\n', ended: true });
});

it('leaves Ctrl-C to the engine, which the terminal tells too, and ends as who was interrupted', async () => {
  expect(await signalled('SIGINT')).toEqual({ code: 130, said: 'running\n', ended: true });
});
