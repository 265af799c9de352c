import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const IMAGE = "export default { base: 'fedora:41', certificates: ['corp-ca.crt'] };\n";

/** A folder with an authority, its key, and what else of it is asked for. */
function project(content: (folder: string) => string | Buffer): string {
  const folder = folderWith({ 'image.ts': IMAGE });
  execFileSync(
    'openssl',
    ['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Tides'],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  writeFileSync(join(folder, 'corp-ca.crt'), content(folder));
  return folder;
}

const read = (folder: string, ...files: readonly string[]) => files.map((file) => readFileSync(join(folder, file), 'utf8')).join('');

const said = (folder: string) => {
  const { status, stderr } = command(['generate', '--stdout'], folder);
  return { status, stderr };
};

it('is content with certificates as text, whatever stands between them', () => {
  const folder = project((files) => `# Tides\r\n${read(files, 'ca.pem')}\n# again\n${read(files, 'ca.pem').trimEnd()}`);
  expect(said(folder)).toEqual({ status: 0, stderr: '' });
});

it.each<[string, (folder: string) => string | Buffer, string, string, string]>([
  [
    'a private key beside the certificate',
    (folder) => read(folder, 'ca.pem', 'ca.key'),
    '"corp-ca.crt" has a private key in it, which whoever has the image could read',
    'private-key',
    'leave the key out, in another file: openssl x509 -in corp-ca.crt -out corp-ca.crt.pem',
  ],
  [
    'a certificate in binary',
    (folder) => execFileSync('openssl', ['x509', '-in', 'ca.pem', '-outform', 'der'], { cwd: folder }),
    '"corp-ca.crt" is a certificate, and not as text',
    'bad-certificate',
    'convert it: openssl x509 -inform der -in corp-ca.crt -out corp-ca.crt.pem',
  ],
  ['something else', () => 'tides\n', '"corp-ca.crt" holds no certificate', 'bad-certificate', 'one begins with a line -----BEGIN CERTIFICATE-----'],
  [
    'a mark before the first line, which programs do not skip',
    (folder) => `\ufeff${read(folder, 'ca.pem')}`,
    '"corp-ca.crt" holds no certificate',
    'bad-certificate',
    'one begins with a line -----BEGIN CERTIFICATE-----',
  ],
  [
    'a certificate that is torn',
    (folder) => `${read(folder, 'ca.pem')}-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`,
    'certificate 2 in "corp-ca.crt" cannot be read',
    'bad-certificate',
    'see what is wrong with it: openssl x509 -in corp-ca.crt -text',
  ],
])('refuses %s', (_, content, message, code, hint) => {
  expect(said(project(content))).toEqual({
    status: 2,
    stderr: `image.ts:1:52 error certificates[0]: ${message}   (${code})
  1 | export default { base: 'fedora:41', certificates: ['corp-ca.crt'] };
    |                                                    ^^^^^^^^^^^^^
hint: ${hint}
`,
  });
});

it('refuses a folder, and a file that is not there', () => {
  const folder = folderWith({ 'image.ts': IMAGE.replace("'corp", "'a.crt', 'corp"), 'a.crt': '' });
  const marks = `
  1 | export default { base: 'fedora:41', certificates: ['a.crt', 'corp-ca.crt'] };
    |                                                             ^^^^^^^^^^^^^
hint: `;
  expect(said(folder).stderr).toBe(
    `image.ts:1:61 error certificates[1]: "corp-ca.crt" is not in the build context   (missing-source)${marks}create it, or correct the path: it is relative to the folder of the definition file\n`,
  );
  mkdirSync(join(folder, 'corp-ca.crt'));
  expect(said(folder).stderr).toBe(
    `image.ts:1:61 error certificates[1]: "corp-ca.crt" is a folder, not a file   (not-a-file)${marks}name a file in it\n`,
  );
});

it('advises a command that a shell reads back', () => {
  const folder = folderWith({ 'image.ts': IMAGE.replace('corp-ca', 'corp ca'), 'corp ca.crt': '-----BEGIN PRIVATE KEY-----\n' });
  expect(said(folder).stderr).toContain("in another file: openssl x509 -in 'corp ca.crt' -out 'corp ca.crt.pem'\n");
});
