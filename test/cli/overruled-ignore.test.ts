import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const image = (ignore: string) => `export default { base: 'debian:bookworm-slim', ignore: ${ignore} };\n`;
const ignoreFile = '# large\n*.bam\n\n  data/raw  \n';

const warning = `.dockerignore:4:3 warning: ".dockerignore" is not read where there is a Dockerfile.dockerignore, and "ignore" lacks "data/raw"   (ignore-file-overruled)
  4 |   data/raw  
    |   ^^^^^^^^
hint: add to the definition: ignore: ['data/raw']
`;

describe('overruledIgnore', () => {
  it.each(['generate', 'check', 'doctor'])('warns of patterns of a .dockerignore that the definition lacks: %s', (verb) => {
    const folder = folderWith({ 'image.ts': image("['*.bam']"), '.dockerignore': ignoreFile });
    expect(command([verb, '--quiet'], folder).stderr).toBe(warning);
  });

  it('is content when the definition has them all, or there are none', () => {
    const full = folderWith({ 'image.ts': image("['*.bam', 'data/raw']"), '.dockerignore': ignoreFile });
    expect(command(['generate', '--quiet'], full)).toEqual({ status: 0, stdout: '', stderr: '' });
    const empty = folderWith({ 'image.ts': image('[]'), '.dockerignore': '# nothing\n' });
    expect(command(['generate', '--quiet'], empty)).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('is silent once init --from has taken the patterns over', () => {
    const folder = folderWith({ 'requirements.txt': '', '.dockerignore': ignoreFile });
    expect(command(['init', '--from', '.'], folder).stderr).toBe(`found requirements.txt: for pip
the default command is not inferred: write cmd
found .dockerignore: its patterns, as ignore
wrote image.ts
next: imagewright generate
`);
    expect(command(['generate', '--quiet'], folder)).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
