import { describe, expect, it } from 'vitest';
import { command, folderWith, programFolder } from '../../support/command.js';

const logout = (words: readonly string[], files: Readonly<Record<string, string>> = {}) =>
  command(['logout', ...words], folderWith(files), { PATH: programFolder('docker', 'echo "$@"') });

describe('logout', () => {
  it('is of the registry that is named, else of that of the definition, else of Docker Hub', () => {
    const files = { 'image.ts': "export default { registry: 'sea.example.org/team', base: 'debian:bookworm-slim' };\n" };
    expect(logout(['sky.example.org'], files)).toEqual({ status: 0, stdout: 'logout -- sky.example.org\n', stderr: '' });
    expect(logout([], files)).toEqual({ status: 0, stdout: 'logout -- sea.example.org\n', stderr: '' });
    expect(logout([])).toEqual({ status: 0, stdout: 'logout\n', stderr: '' });
  });

  it('tells what is no registry', () => {
    const stderr = 'error: "ada" is no host   (bad-registry)\nhint: Docker Hub needs no name: imagewright logout\n';
    expect(logout(['ada'])).toEqual({ status: 2, stdout: '', stderr });
  });
});
