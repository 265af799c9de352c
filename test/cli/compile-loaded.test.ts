import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../support/command.js';
import { commitAll, repository, times } from '../support/repository.js';

const image = (...sources: readonly string[]) => {
  const copy = sources.map((source) => `'${source}': '/opt/tides/${source}/'`).join(', ');
  return `export default { base: 'debian:bookworm-slim', copy: { ${copy} } };\n`;
};

/** Scripts that change all the time, texts that hardly do. */
function project(): string {
  const folder = repository(...times(2, 'texts/a.txt'), ...times(28, 'scripts/count.py'));
  writeFileSync(join(folder, 'image.ts'), image('scripts', 'texts'));
  return folder;
}

/** With git, which is not found otherwise. */
const generate = (folder: string, ...options: readonly string[]) =>
  command(['generate', '--quiet', ...options], folder, { PATH: process.env['PATH']! });

const body = (folder: string, file = 'Dockerfile') => readFileSync(join(folder, file), 'utf8').split('\n').slice(2).join('\n');

const asWritten = `
FROM debian:bookworm-slim

COPY scripts /opt/tides/scripts/
COPY texts /opt/tides/texts/
`;

const byHistory = `# imagewright:changes {"scripts":0.92,"texts":0.08}

FROM debian:bookworm-slim

COPY texts /opt/tides/texts/
COPY scripts /opt/tides/scripts/
`;

describe('the order of layers', () => {
  it('follows the history of git when that is asked for, and says so in the Dockerfile', () => {
    const folder = project();
    expect(generate(folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(body(folder)).toBe(asWritten);
    expect(generate(folder, '--refresh-order')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(body(folder)).toBe(byHistory);
  });

  it('stays as it is when there are more commits, until it is asked for again', () => {
    const folder = project();
    generate(folder, '--refresh-order');
    commitAll(folder, times(40, 'texts/b.txt'));
    expect(generate(folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(body(folder)).toBe(byHistory);
    expect(command(['check', '--quiet'], folder).status).toBe(0);
    generate(folder, '--refresh-order');
    expect(body(folder)).toBe(asWritten.replace('\n', '# imagewright:changes {"scripts":0.4,"texts":0.6}\n\n'));
  });

  it('is kept in the file of -o, and in that of each of several images', () => {
    const folder = project();
    generate(folder, '--refresh-order', '-o', 'docker/Tides');
    expect(generate(folder, '--check', '-o', 'docker/Tides').status).toBe(0);
    expect(generate(folder, '-o', 'docker/Tides')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(body(folder, 'docker/Tides')).toBe(byHistory);
    generate(folder);
    expect(body(folder)).toBe(asWritten);

    writeFileSync(
      join(folder, 'image.ts'),
      `${image('scripts', 'texts').replace('export default', 'const ebb =')}export default { ebb, flood: ebb };\n`,
    );
    generate(folder, '--refresh-order', '--name', 'flood');
    expect(generate(folder)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect([body(folder, 'ebb.Dockerfile'), body(folder, 'flood.Dockerfile')]).toEqual([asWritten, byHistory]);
  });

  it('forgets what is not copied any more', () => {
    const folder = project();
    generate(folder, '--refresh-order');
    writeFileSync(join(folder, 'image.ts'), image('texts'));
    generate(folder);
    expect(body(folder)).toBe('# imagewright:changes {"texts":0.08}\n\nFROM debian:bookworm-slim\n\nCOPY texts /opt/tides/texts/\n');
  });

  it('is told by explain', () => {
    const folder = project();
    generate(folder, '--refresh-order');
    const [pass] = JSON.parse(command(['explain', '--json'], folder).stdout).images[0].passes;
    expect(pass).toMatchObject({
      pass: 'order-copies',
      diff: ['-COPY scripts /opt/tides/scripts/', ' COPY texts /opt/tides/texts/', '+COPY scripts /opt/tides/scripts/'],
    });
  });

  it('is not asked of a folder without history', () => {
    const folder = project();
    rmSync(join(folder, '.git'), { recursive: true });
    const { status, stderr } = generate(folder, '--refresh-order');
    expect({ status, hint: stderr.split('\n')[1] }).toEqual({
      status: 2,
      hint: 'hint: leave --refresh-order out: sources then count as what changes most',
    });
    expect(stderr).toMatch(/^error: git knows no history of this folder: fatal: not a git repository/);
  });
});
