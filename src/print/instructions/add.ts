/**
 * ADD: downloads, git repositories, and archives of the context, which it unpacks.
 *
 *     ADD --checksum=sha256:… https://example.org/tool.tar.gz /opt/tool.tar.gz
 *     ADD --keep-git-dir https://git.example.org/team/tool.git#v1.2 /src/
 *     ADD --unpack=false rootfs.tar.gz /
 *
 * The builder tells what a source is from its text alone; refused is what it would take for something else than was written: a download that looks like a
 * repository, a repository that does not.
 */

import type { Add, AddSource } from '../../ir/instruction.js';
import { literalValue, type Text } from '../../text.js';
import { formFault, shown, textFault } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { ownerFaults, rightsFlags } from '../owner-faults.js';
import { asPath, excludeFault, sourceFault, targetFault } from '../paths.js';
import { flagValue, lexText, pathList } from '../quote.js';

export function printAdd(add: Add, context: PrintContext): readonly PrintedLine[] {
  const { sources, to, exclude, origins } = add;
  const faults = [
    ...sources.map(addSourceFault),
    targetFault(to, 'ADD'),
    checksumFault(add),
    ...ownerFaults(add),
    ...exclude.map((pattern) => excludeFault(pattern, 'ADD')),
    sources.length === 0 ? { message: 'ADD has no source', hint: 'name what it adds' } : undefined,
  ];
  for (const fault of faults) context.refuse(origins[0]!, fault);
  return [{ text: ['ADD', ...flags(add), pathList([...sources.map(sourceText), to], context.escape)].join(' '), origins }];
}

function flags({ checksum, keepGitDir, unpack, link, exclude, ...rights }: Add): readonly string[] {
  return [
    ...(checksum === undefined ? [] : [`--checksum=${lexText(checksum)}`]),
    ...(keepGitDir === true ? ['--keep-git-dir'] : []),
    ...(unpack === undefined ? [] : [unpack ? '--unpack' : '--unpack=false']),
    ...rightsFlags(rights),
    ...(link === true ? ['--link'] : []),
    ...exclude.map((pattern) => `--exclude=${flagValue(pattern)}`),
  ];
}

function sourceText(source: AddSource): Text {
  switch (source.type) {
    case 'url':
      return source.url;
    case 'git': {
      const { repository, ref = [], folder } = source;
      const place: Text = folder === undefined ? ref : [...ref, `:${folder}`];
      return place.length === 0 ? repository : [...repository, '#', ...place];
    }
    case 'archive':
      return asPath(source.path);
  }
}

/** What the builder takes for a repository. */
const REPOSITORY = /^(?:git:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)|^https?:\/\/[^#?]*\.git$/;

function addSourceFault(source: AddSource): Fault | undefined {
  if (source.type === 'archive') return sourceFault(source.path, { keyword: 'ADD', isFromStage: false });
  const text = sourceText(source);
  const fault = textFault(text, { name: 'ADD', alphabet: 'line', hint: 'escape it as a URL has it: "%20"' });
  if (fault) return fault;
  if (source.type === 'git') return gitFault(source);
  const url = text.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  if (!/^https?:\/\/[^\s"\\]+$/.test(url)) return { message: `${shown(url)} cannot be downloaded by ADD`, hint: 'begin it with "https://"' };
  if (!REPOSITORY.test(url.replace(/#.*/s, ''))) return undefined;
  return { message: `${shown(url)} would be taken for a git repository`, hint: 'name the repository under "git"' };
}

function gitFault({ repository, ref = [], folder = '' }: Extract<AddSource, { type: 'git' }>): Fault | undefined {
  const address = literalValue(repository);
  if (address !== undefined && (!REPOSITORY.test(address) || /[\s#"'\\]/.test(address)))
    return { message: `${shown(address)} would not be taken for a git repository`, hint: 'write it as in "https://git.example.org/team/tool.git"' };
  const name = ref.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  const plain = { form: /^[^\s:#"'\\]*$/, hint: 'write plain characters, and no ":" or "#"' };
  return formFault(name, { ...plain, name: 'a branch, tag or commit' }) ?? formFault(folder, { ...plain, name: 'a folder of a repository' });
}

function checksumFault({ checksum, sources }: Add): Fault | undefined {
  if (checksum === undefined) return undefined;
  if (sources.length > 1) return { message: 'a checksum is for one source, and ADD has several', hint: 'add each by itself' };
  const value = literalValue(checksum);
  if (value === undefined) return textFault(checksum, { name: '--checksum of ADD', alphabet: 'flag' });
  const isGit = sources[0]?.type === 'git';
  const form = isGit ? /^[0-9a-f]{40}$/ : /^sha256:[0-9a-f]{64}$/;
  return formFault(value, {
    form,
    name: 'a checksum',
    hint: isGit ? 'write the 40 digits of a commit' : 'write "sha256:" and 64 hexadecimal digits',
  });
}
