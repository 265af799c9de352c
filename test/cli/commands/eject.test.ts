import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.js';

const image = "export default { base: 'debian:bookworm-slim', workdir: '/opt/tides', cmd: ['date'] };\n";
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const meaning = `they are your own from now on: change them, and build them with your engine; imagewright does not write them again, and image.ts has no part in them
the way back is "imagewright generate --force"
`;

function generated(text = image, ...options: readonly string[]): string {
  const folder = folderWith({ 'image.ts': text });
  command(['generate', ...options], folder);
  return folder;
}

describe('eject', () => {
  it('takes the header off, says what that means, and generate leaves the files alone', () => {
    const folder = generated();
    expect(command(['eject'], folder)).toEqual({
      status: 0,
      stdout: '',
      stderr: `ejected Dockerfile\nejected Dockerfile.dockerignore\n${meaning}`,
    });
    expect(read(folder, 'Dockerfile')).toBe('FROM debian:bookworm-slim\n\nWORKDIR /opt/tides\n\nCMD ["date"]\n');
    expect(read(folder, 'Dockerfile.dockerignore').split('\n').slice(0, 2)).toEqual([
      '# What the Dockerfile copies, and nothing else, goes to the builder.',
      '*',
    ]);
    writeFileSync(join(folder, 'image.ts'), image.replace('date', 'cal'));
    expect(command(['generate'], folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: Dockerfile was not written by imagewright; it is left as it is   (file-kept)
hint: write elsewhere with -o FILE, or replace it with --force
`,
    });
    expect(command(['generate', '--force'], folder).status).toBe(0);
    expect(command(['check'], folder).status).toBe(0);
  });

  it('keeps the directives above the header first', () => {
    const folder = generated("export default { base: 'debian:bookworm-slim', dockerfile: { frontend: '1.10', escape: '`' } };\n");
    command(['eject', '--quiet'], folder);
    expect(read(folder, 'Dockerfile')).toBe('# syntax=docker/dockerfile:1.10\n# escape=`\nFROM debian:bookworm-slim\n');
  });

  it('ejects the files as they are: changed by hand, and stale with a warning', () => {
    const folder = generated();
    writeFileSync(join(folder, 'Dockerfile'), 'USER nobody\n', { flag: 'a' });
    writeFileSync(join(folder, 'image.ts'), image.replace("'debian:bookworm-slim'", "'debian:bookworm-slim', copy: { 'image.ts': '/srv/' }"));
    expect(command(['eject'], folder)).toEqual({
      status: 0,
      stdout: '',
      stderr: `warning: Dockerfile.dockerignore is not what image.ts says now; it is ejected as it is   (stale-file)
hint: for what it says now: imagewright generate --force, then eject again
ejected Dockerfile
ejected Dockerfile.dockerignore
${meaning}`,
    });
    expect(read(folder, 'Dockerfile').split('\n').slice(-3)).toEqual(['CMD ["date"]', 'USER nobody', '']);
  });

  it('does nothing the second time', () => {
    const folder = generated();
    command(['eject'], folder);
    const stderr = 'Dockerfile is your own already\nDockerfile.dockerignore is your own already\n';
    expect(command(['eject'], folder)).toEqual({ status: 0, stdout: '', stderr });
  });

  it('says with --dry-run what it would do, and does nothing', () => {
    const folder = generated();
    const before = read(folder, 'Dockerfile');
    expect(command(['eject', '--dry-run'], folder)).toEqual({
      status: 0,
      stdout: 'would eject Dockerfile\nwould eject Dockerfile.dockerignore\n',
      stderr: '',
    });
    expect(read(folder, 'Dockerfile')).toBe(before);
  });

  it('refuses where nothing was generated', () => {
    const stderr = `error: Dockerfile, Dockerfile.dockerignore: not there, and what is ejected is what is there   (not-generated)
hint: write it first: imagewright generate
`;
    expect(command(['eject'], folderWith({ 'image.ts': image }))).toEqual({ status: 2, stdout: '', stderr });
  });

  it('ejects all of several images and the file of bake, or one by its name', () => {
    const several = "export default { web: { base: 'debian:bookworm-slim' }, worker: { base: 'debian:bookworm-slim' } };\n";
    const folder = generated(several);
    command(['generate', '--format', 'bake'], folder);
    expect(JSON.parse(command(['eject', '--name', 'web', '--json'], folder).stdout)).toEqual({
      ok: true,
      files: [
        { path: 'web.Dockerfile', state: 'ejected' },
        { path: 'web.Dockerfile.dockerignore', state: 'ejected' },
      ],
      diagnostics: [],
    });
    const { files } = JSON.parse(command(['eject', '--json'], folder).stdout);
    expect(files).toEqual([
      { path: 'web.Dockerfile', state: 'own' },
      { path: 'web.Dockerfile.dockerignore', state: 'own' },
      { path: 'worker.Dockerfile', state: 'ejected' },
      { path: 'worker.Dockerfile.dockerignore', state: 'ejected' },
      { path: 'docker-bake.json', state: 'ejected' },
    ]);
    expect(Object.keys(JSON.parse(read(folder, 'docker-bake.json')))).toEqual(['group', 'target']);
  });

  it('ejects the file of -o, which is of one image', () => {
    const folder = generated(image, '-o', 'docker/Tides');
    expect(command(['eject', '-o', 'docker/Tides'], folder).stderr).toBe(`ejected docker/Tides\nejected docker/Tides.dockerignore\n${meaning}`);
    const several = generated("export default [{ name: 'ebb', base: 'scratch' }, { name: 'flood', base: 'scratch' }];\n");
    expect(command(['eject', '-o', 'Tides'], several)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: -o names one file, and the definition file has several images   (several-images)
hint: say which with --name: ebb, flood
`,
    });
  });
});
