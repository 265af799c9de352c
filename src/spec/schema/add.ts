/** `add`, and the step of the same name. */

import * as v from 'valibot';
import {
  checksumFault,
  commitFault,
  downloadFault,
  gitFolderFault,
  gitRefFault,
  repositoryFault,
  unpinnedDownloadFault,
} from '../check/downloads.js';
import type { Check, Fault } from '../check/fault.js';
import { copySourceFault } from '../check/paths.js';
import type { AddArchive, AddDownload, AddRepository, PathValue } from '../types.js';
import { targetEntries, folderFault } from './files.js';
import { byField, checked, either, list, shape, withJson } from './primitives.js';
import { expansion, flag, text, textOrExpansion, writtenText } from './texts.js';

const url = textOrExpansion('an address', downloadFault);
const archive = text(copySourceFault);

const several = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

const target = { kind: v.optional(v.literal('add')), ...targetEntries };

const download = shape({
  ...target,
  url: either("an address, expand('…') or a list of them", [url, withJson(list(url, 'a list of addresses'), { minItems: 1 })]),
  checksum: v.optional(either("a checksum or expand('…')", [text(checksumFault), expansion])),
  unpack: v.optional(flag),
});

const repository = shape({
  ...target,
  git: textOrExpansion('a repository', repositoryFault),
  ref: v.optional(textOrExpansion('a branch, tag or commit', gitRefFault)),
  folder: v.optional(text(gitFolderFault)),
  checksum: v.optional(either("a commit or expand('…')", [text(commitFault), expansion])),
  keepGitDir: v.optional(flag),
});

const archives = shape({
  ...target,
  archive: either('a path or a list of paths', [archive, withJson(list(archive, 'a list of paths'), { minItems: 1 })]),
  unpack: v.optional(flag),
});

/** One item; of a step, `kind` has been looked at. */
export const addItem = byField('{ url, to }, { git, to } or { archive, to }', {
  url: checked(checked(download, severalFault), unpinnedDownload),
  git: checked(repository, unpinnedRepository),
  archive: checked(archives, severalArchives),
});

function severalFault({ url: urls, checksum, to }: AddDownload): Fault | undefined {
  if (checksum === undefined || several(urls) === 1) return sourcesFault(several(urls), 'address', 'url') ?? folderFault(several(urls), to);
  return {
    code: 'checksum-of-several',
    message: 'one checksum stands for several downloads',
    hint: 'add each by itself, with its own checksum',
  };
}

function severalArchives({ archive: archives, to }: AddArchive): Fault | undefined {
  return sourcesFault(several(archives), 'path', 'archive') ?? folderFault(several(archives), to);
}

function sourcesFault(count: number, thing: string, field: string): Fault | undefined {
  return count > 0 ? undefined : { code: 'missing-field', message: `nothing is added: there is no ${thing}`, hint: `name one under "${field}"` };
}

function unpinnedDownload({ url: urls, checksum }: AddDownload): Fault | undefined {
  const [first] = Array.isArray(urls) ? (urls as readonly PathValue[]) : [urls as PathValue];
  if (checksum !== undefined || first === undefined || isWrong(first, downloadFault)) return undefined;
  return unpinnedDownloadFault({ address: writtenText(first), what: 'download' });
}

function unpinnedRepository({ git, ref, checksum }: AddRepository): Fault | undefined {
  if (ref !== undefined || checksum !== undefined || isWrong(git, repositoryFault)) return undefined;
  return unpinnedDownloadFault({ address: writtenText(git), what: 'repository' });
}

/** Whether it has been told already that the address is wrong: then it is not the time to speak of its version. */
function isWrong(address: PathValue, check: Check<string>): boolean {
  return check(writtenText(address).replaceAll(/\$\{\w+\}/g, 'x')) !== undefined;
}

export const add = list(addItem, 'a list of { url, to }, { git, to } or { archive, to }');
