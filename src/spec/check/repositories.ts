/** Repositories of packages: addresses, checksums, and the words that managers know them by. */

import { quoted, type Check, type Fault } from './fault.js';
import { badName } from './names.js';
import { tokenFault } from './secrets.js';

/** What a repository or a download is reached by. A quote, a backslash or a blank would mean something in the files and lines that it goes into. */
export const uriFault: Check<string> = (uri) => {
  if (/^https?:\/\/[A-Za-z0-9[][^\s"'\\<>`]*$/.test(uri)) return tokenFault(uri);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.test(uri) && !/^https?:\/\//.test(uri);
  return {
    code: 'bad-uri',
    message: `${quoted(uri)} is no address to download from`,
    hint: scheme
      ? "write one that begins with 'https://' or 'http://'"
      : "write all of it, blanks and quotes escaped: 'https://packages.example.org/debian'",
  };
};

/** Where the packages of a language are had from: an address, or a folder of the image. */
export const registryFault: Check<string> = (uri) => (/^file:\/\/\/[A-Za-z0-9._~/-]+$/.test(uri) ? undefined : uriFault(uri));

export const sha256Fault: Check<string> = (sha256) => {
  if (/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const hint = /^sha256:[0-9a-f]{64}$/.test(sha256)
    ? 'leave out "sha256:"'
    : "write its 64 hexadecimal digits, in lower case, as 'sha256sum' prints them";
  return { code: 'bad-checksum', message: `${quoted(sha256)} is no SHA-256`, hint };
};

export const fingerprintFault: Check<string> = (fingerprint) =>
  /^[0-9A-F]{40}$/.test(fingerprint)
    ? undefined
    : {
        code: 'bad-fingerprint',
        message: `${quoted(fingerprint)} is no fingerprint`,
        hint: "write its 40 hexadecimal digits, in capitals, without blanks: 'gpg --show-keys' prints them",
      };

/** A keyring of the base. Where it is named, a blank would end the name. */
export const keyringFault: Check<string> = (path) => {
  if (!path.startsWith('/')) {
    return {
      code: 'relative-path',
      message: `${quoted(path)} is no path of a keyring in the base`,
      hint: "begin at the root, or name a file of the context: { file: 'keys/example.asc' }",
    };
  }
  if (!/[\s,"'\\#]/.test(path)) return undefined;
  return {
    code: 'bad-path',
    message: `${quoted(path)} has a character that ends the path of a keyring`,
    hint: 'rename the file: no blank, comma, quote or "#"',
  };
};

/** It becomes the name of files, and of sections in them. */
export const repositoryNameFault: Check<string> = (name) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)
    ? undefined
    : badName(name, 'a repository', 'write letters, digits, ".", "_" and "-", and a letter or digit first');

export const suiteFault: Check<string> = (suite) =>
  /^(?:\.?\/|[A-Za-z0-9][A-Za-z0-9._+~/-]*)$/.test(suite) && !suite.split('/').includes('..')
    ? undefined
    : { code: 'bad-suite', message: `${quoted(suite)} is no suite`, hint: "write one as 'bookworm', or a folder as './'" };

export const componentFault: Check<string> = (component) =>
  /^[A-Za-z0-9][A-Za-z0-9._+/-]*$/.test(component)
    ? undefined
    : { code: 'bad-component', message: `${quoted(component)} is no component`, hint: "write one as 'main'" };

export const architectureFault: Check<string> = (architecture) =>
  /^[a-z0-9][a-z0-9-]*$/.test(architecture)
    ? undefined
    : { code: 'bad-architecture', message: `${quoted(architecture)} is no architecture`, hint: "write it as Debian has it: 'amd64', 'arm64'" };

export const ppaFault: Check<string> = (ppa) =>
  /^(?:ppa:)?[a-z0-9][a-z0-9+.-]*\/[a-z0-9][a-z0-9+.-]*$/.test(ppa)
    ? undefined
    : { code: 'bad-ppa', message: `${quoted(ppa)} is no archive of Launchpad`, hint: "write owner and name: 'deadsnakes/ppa'" };

export const tagWordFault: Check<string> = (tag) => {
  if (/^[a-z0-9_-]+$/.test(tag)) return undefined;
  return badName(tag, 'a tag', tag.startsWith('@') ? 'leave out the "@"' : 'write lower-case letters, digits, "_" and "-"');
};

export const moduleFault: Check<string> = (module) =>
  /^[A-Za-z0-9][A-Za-z0-9._+-]*:[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(module)
    ? undefined
    : { code: 'bad-module', message: `${quoted(module)} is no stream of a module`, hint: "write module and stream: 'nodejs:20'" };

interface Suites {
  readonly suites: string | readonly string[];
  readonly components?: string | readonly string[] | undefined;
}

/** Of a repository for apt: components go with suites, and a folder has none. */
export function componentsFault({ suites, components }: Suites): Fault | undefined {
  const names = typeof suites === 'string' ? [suites] : suites;
  if (names.length === 0) return { code: 'missing-field', message: 'the repository has no suite', hint: "name one: suites: 'bookworm'" };
  const folders = names.filter((suite) => suite.endsWith('/'));
  if (folders.length > 0 && folders.length < names.length) {
    return { code: 'bad-suite', message: `the suite "${folders[0]}" is a folder, and others are not`, hint: 'write two repositories' };
  }
  const isEmpty = components === undefined || components.length === 0;
  if (folders.length > 0 && !isEmpty) {
    return {
      code: 'bad-component',
      message: `the suite "${folders[0]}" is a folder, which has no components`,
      hint: 'leave out components, or the final slash',
    };
  }
  if (folders.length > 0 || !isEmpty) return undefined;
  return { code: 'missing-field', message: `the repository has no components of "${names[0]}"`, hint: "name them: components: 'main'" };
}
