import { chmodSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.js';
import { folderWith } from '../support/command.js';

describe('writeWhole', () => {
  it('leaves nothing behind but the file', () => {
    const folder = folderWith({});
    writeWhole(join(folder, 'docker/Dockerfile'), 'FROM scratch\n');
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['docker', 'docker/Dockerfile']);
    expect(readFileSync(join(folder, 'docker/Dockerfile'), 'utf8')).toBe('FROM scratch\n');
  });

  it('keeps the mode of a file that it replaces', () => {
    const folder = folderWith({ Dockerfile: 'old\n' });
    chmodSync(join(folder, 'Dockerfile'), 0o640);
    writeWhole(join(folder, 'Dockerfile'), 'new\n');
    expect(statSync(join(folder, 'Dockerfile')).mode & 0o777).toBe(0o640);
  });

  it('follows a link, also one to a file that is not there yet', () => {
    const folder = folderWith({ 'docker/keep': '' });
    symlinkSync('docker/tides.Dockerfile', join(folder, 'Dockerfile'));
    writeWhole(join(folder, 'Dockerfile'), 'FROM scratch\n');
    expect(lstatSync(join(folder, 'Dockerfile')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'docker/tides.Dockerfile'), 'utf8')).toBe('FROM scratch\n');
  });

  it('writes to a device, which it does not replace', () => {
    writeWhole('/dev/null', 'FROM scratch\n');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('leaves the old file, and no draft, when it cannot be replaced', () => {
    const folder = folderWith({ 'Dockerfile/keep': '' });
    expect(() => writeWhole(join(folder, 'Dockerfile'), 'new\n')).toThrow(`"${join(folder, 'Dockerfile')}" cannot be written: EISDIR`);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['Dockerfile', 'Dockerfile/keep']);
  });
});
