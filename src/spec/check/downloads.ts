/**
 * What is downloaded or taken from a git repository: addresses, references, checksums.
 *
 * The builder tells a repository from a file by the address alone, so each must look like what it is. Nothing secret stands in an address: it would be in the
 * Dockerfile and in the history of the image.
 */

import { quoted, type Check, type Fault } from './fault.js';
import { tokenFault } from './secrets.js';

/** What the builder takes for a repository. */
const REPOSITORY = /^(?:git:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)[^\s#?"'\\]+$|^https?:\/\/[^\s#?"'\\]+\.git$/;

export const downloadFault: Check<string> = (url) => {
  const secret = addressSecretFault(url);
  if (secret) return secret;
  const fault = (message: string, hint: string): Fault => ({ code: 'bad-uri', message: `${quoted(url)} ${message}`, hint });
  if (!/^https?:\/\/[^\s"\\<>`]+$/.test(url)) {
    const hint = "write all of it, blanks and quotes escaped: 'https://example.org/tool.tar.gz'";
    return fault('is no address to download from', url.startsWith('git@') || url.startsWith('ssh://') ? "name a repository under 'git'" : hint);
  }
  return /^[^?#]*\.git(?:#|$)/.test(url) ? fault('is a git repository', "write it under 'git', and what follows the '#' under 'ref'") : undefined;
};

export const repositoryFault: Check<string> = (repository) => {
  const secret = addressSecretFault(repository);
  if (secret) return secret;
  if (REPOSITORY.test(repository)) return undefined;
  const fault = (message: string, hint: string): Fault => ({ code: 'bad-repository', message: `${quoted(repository)} ${message}`, hint });
  if (repository.includes('#')) return fault('has a "#" in it', "write what follows it under 'ref' and 'folder'");
  if (/^https?:\/\/[^\s?"'\\]+$/.test(repository))
    return fault('does not end with ".git", by which the builder knows a repository', `write ${quoted(`${repository.replace(/\/+$/, '')}.git`)}`);
  return fault('is no git repository', "write it as in 'https://git.example.org/team/tool.git' or 'git@git.example.org:team/tool.git'");
};

export const gitRefFault: Check<string> = (ref) =>
  /^[^\s:#?"'\\~^[*]+$/.test(ref)
    ? undefined
    : {
        code: 'bad-ref',
        message: `${quoted(ref)} is no branch, tag or commit`,
        hint: "write its name: 'v1.2', 'main', or all 40 digits of a commit",
      };

/** A folder of a repository. */
export const gitFolderFault: Check<string> = (folder) =>
  /^[^\s:#?"'\\]+$/.test(folder) && !folder.split('/').includes('..')
    ? undefined
    : { code: 'bad-folder', message: `${quoted(folder)} is no folder of a repository`, hint: "write its path below the root: 'docs/manual'" };

export const checksumFault: Check<string> = (checksum) => {
  if (/^sha256:[0-9a-f]{64}$/.test(checksum)) return undefined;
  const hint = /^[0-9a-f]{64}$/.test(checksum)
    ? `put "sha256:" before it`
    : 'write "sha256:" and the 64 hexadecimal digits, in lower case, that "sha256sum" prints';
  return { code: 'bad-checksum', message: `${quoted(checksum)} is no checksum of a file`, hint };
};

export const commitFault: Check<string> = (commit) =>
  /^[0-9a-f]{40}$/.test(commit)
    ? undefined
    : { code: 'bad-checksum', message: `${quoted(commit)} is no commit`, hint: 'write all 40 hexadecimal digits that "git rev-parse" prints' };

export interface Unpinned {
  /** Not all of them: the first is enough to know what is meant. */
  readonly address: string;
  readonly what: 'download' | 'repository';
}

/** Something that may be another thing tomorrow. */
export function unpinnedDownloadFault({ address, what }: Unpinned): Fault {
  const remedy = {
    download: "write the checksum of what it is today: checksum: 'sha256:…' ('sha256sum' prints it)",
    repository: "say which version: ref: 'v1.2'",
  };
  const lack = { download: 'has no checksum', repository: 'has no ref' };
  const message = `${quoted(address)} ${lack[what]}: what it gives may change from day to day`;
  return { code: 'unpinned-download', severity: 'warning', message, hint: remedy[what] };
}

const OPEN = 'an address with a user, password or token in it';
const QUERY = /[?&](?:access_?token|private_?token|token|sig|signature|x-amz-signature|x-amz-credential|api_?key|key|password|auth)=[^&#$]/i;

/** A login of `ssh` is no secret; anything before an `@` of `https` is. */
function addressSecretFault(address: string): Fault | undefined {
  if (!/^https?:\/\/[^/\s@?#]+@/i.test(address) && !QUERY.test(address)) return tokenFault(address);
  return {
    code: 'literal-secret',
    message: `the value looks like ${OPEN}; everybody who has the image could read it`,
    hint: "download it in a run with a mounted secret: run: [{ script, mounts: [secret('ID')] }]",
  };
}
