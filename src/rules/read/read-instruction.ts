/**
 * readInstruction(): an instruction of raw text as one of the program; several where it sets several build arguments; the raw text itself where it is none that the
 * program has.
 */

import type { AddSource, CommandForm, Instruction, NamedText, RunScript, Trigger } from '../../ir/instruction.js';
import type { Mount } from '../../mount.js';
import { literalValue, shownText, type Text } from '../../text.js';
import type { RawInstruction } from './raw-instructions.js';
import { readText, readWords } from './read-words.js';

export interface ReadInstruction {
  readonly instruction: Instruction;
  /** Of the stage that a FROM begins. */
  readonly stageName?: string;
}

export function readInstruction(raw: RawInstruction): readonly ReadInstruction[] {
  if (/^from$/i.test(raw.keyword)) return readFrom(raw);
  return readOther(raw).map((instruction) => ({ instruction }));
}

function readFrom({ rest, flags, origin }: RawInstruction): readonly ReadInstruction[] {
  const [image = '', , name] = readWords(rest);
  const platform = flagOf(flags, 'platform');
  const from: Instruction = { kind: 'from', origins: [origin], image: readText(image), ...(platform === undefined ? {} : { platform }) };
  return [{ instruction: from, ...(name === undefined ? {} : { stageName: name }) }];
}

function readOther(raw: RawInstruction): readonly Instruction[] {
  const { rest, origin } = raw;
  const base = { origins: [origin] };
  switch (raw.keyword.toUpperCase()) {
    case 'ARG':
      return readPairs(raw).map(({ name, value }) => ({ ...base, kind: 'arg', name, ...(value === undefined ? {} : { default: value }) }));
    case 'ENV':
    case 'LABEL': {
      const kind = raw.keyword.toUpperCase() === 'ENV' ? ('env' as const) : ('label' as const);
      return [{ ...base, kind, entries: readPairs(raw).map((pair): NamedText => ({ origin, name: pair.name, value: pair.value ?? [] })) }];
    }
    case 'ONBUILD': {
      const [, keyword = '', behind = ''] = /^(\S+)\s*([^]*)$/.exec([...raw.flags, rest].join(' ')) ?? [];
      const triggers = readOther({ ...raw, keyword, flags: [], rest: behind });
      return triggers.map((instruction) => ({ ...base, kind: 'onbuild', instruction: instruction as Trigger }));
    }
    case 'SHELL':
      return [{ ...base, kind: 'shell', argv: listOf(rest) ?? [] }];
    case 'WORKDIR':
      return [{ ...base, kind: 'workdir', path: readText(rest) }];
    case 'USER':
      return [{ ...base, kind: 'user', user: readText(rest) }];
    case 'STOPSIGNAL':
      return [{ ...base, kind: 'stop-signal', signal: readText(rest) }];
    case 'EXPOSE':
      return [{ ...base, kind: 'expose', ports: readWords(rest).map(readText) }];
    default:
      return [readCommand(raw)];
  }
}

function readCommand(raw: RawInstruction): Instruction {
  const base = { origins: [raw.origin] };
  switch (raw.keyword.toUpperCase()) {
    case 'CMD':
      return { ...base, kind: 'cmd', command: commandOf(raw.rest) };
    case 'ENTRYPOINT':
      return { ...base, kind: 'entrypoint', command: commandOf(raw.rest) };
    case 'HEALTHCHECK':
      return { ...base, kind: 'healthcheck', ...(/^none$/i.test(raw.rest) ? {} : { command: commandOf(raw.rest.replace(/^cmd\s+/i, '')) }) };
    case 'RUN':
      return { ...base, kind: 'run', script: scriptOf(raw), mounts: raw.flags.flatMap(mountOf), verbatim: true };
    case 'VOLUME':
      return { ...base, kind: 'volume', paths: (listOf(raw.rest) ?? readWords(raw.rest)).map(readText) };
    case 'COPY':
      return readCopy(raw);
    case 'ADD':
      return readAdd(raw);
    default:
      return { ...base, kind: 'raw', text: [raw.keyword, ...raw.flags, raw.rest].join(' ') };
  }
}

function readCopy(raw: RawInstruction): Instruction {
  const paths = listOf(raw.rest) ?? readWords(raw.rest);
  const [heredoc] = raw.heredocs;
  const to = readText(paths.at(-1) ?? '');
  const base = { origins: [raw.origin], ...rightsOf(raw) };
  if (heredoc !== undefined) return { ...base, kind: 'file', to: shownText(to), content: heredoc.body, expand: heredoc.expand };
  const from = flagOf(raw.flags, 'from');
  const where = from === undefined ? {} : { from: { image: from } };
  return { ...base, kind: 'copy', sources: paths.slice(0, -1).map(readText), to, exclude: [], ...where };
}

function readAdd(raw: RawInstruction): Instruction {
  if (raw.heredocs.length > 0) return readCopy(raw);
  const paths = listOf(raw.rest) ?? readWords(raw.rest);
  const checksum = flagOf(raw.flags, 'checksum');
  const base = { origins: [raw.origin], exclude: [], ...rightsOf(raw), ...(checksum === undefined ? {} : { checksum: readText(checksum) }) };
  return { ...base, kind: 'add', sources: paths.slice(0, -1).map(addSource), to: readText(paths.at(-1) ?? '') };
}

function addSource(word: string): AddSource {
  if (/^(?:git@|git:|[^\s#]+\.git(?:#|$))/.test(word)) return { type: 'git', repository: readText(word) };
  return /^https?:\/\//.test(word) ? { type: 'url', url: readText(word) } : { type: 'archive', path: shownText(readText(word)) };
}

function rightsOf({ flags }: RawInstruction): { readonly chown?: Text; readonly chmod?: Text } {
  const [chown, chmod] = [flagOf(flags, 'chown'), flagOf(flags, 'chmod')];
  return { ...(chown === undefined ? {} : { chown: readText(chown) }), ...(chmod === undefined ? {} : { chmod: readText(chmod) }) };
}

interface ReadPair {
  readonly name: string;
  readonly value: NamedText['value'] | undefined;
}

function readPairs({ keyword, rest }: RawInstruction): readonly ReadPair[] {
  const words = readWords(rest);
  if (!/^arg$/i.test(keyword) && words[0]?.includes('=') !== true) {
    const [, name = '', value = ''] = /^(\S+)\s*([^]*)$/.exec(rest) ?? [];
    return [{ name, value: readText(value) }];
  }
  return words.map((word) => {
    const index = word.indexOf('=');
    const name = literalValue(readText(index < 0 ? word : word.slice(0, index))) ?? word;
    return { name, value: index < 0 ? undefined : readText(word.slice(index + 1)) };
  });
}

function scriptOf({ rest, heredocs }: RawInstruction): RunScript {
  const argv = listOf(rest);
  if (argv !== undefined) return { form: 'exec', argv };
  if (heredocs.length > 0 && /^<<-?\s*\S+$/.test(rest)) return { form: 'script', text: heredocs[0]!.body };
  return { form: 'commands', commands: [{ line: rest, arguments: [], isolated: true }] };
}

function commandOf(rest: string): CommandForm {
  const argv = listOf(rest);
  return argv === undefined ? { form: 'shell', line: rest } : { form: 'exec', argv };
}

/** JSON of strings; undefined where it is none. */
function listOf(rest: string): readonly string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(rest);
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}

function flagOf(flags: readonly string[], name: string): string | undefined {
  return flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Those that say where they are; all that rules ask of a mount. */
function mountOf(flag: string): readonly Mount[] {
  if (!flag.startsWith('--mount=')) return [];
  const fields = new Map(
    flag
      .slice(8)
      .split(',')
      .map((field): [string, string] => [field.split('=')[0]!, field.split('=').slice(1).join('=')]),
  );
  const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination');
  const [type, from] = [fields.get('type') ?? 'bind', fields.get('from')];
  if (target === undefined || !(type === 'cache' || type === 'bind' || type === 'tmpfs')) return [];
  return [{ type, target: readText(target), ...(from === undefined || type === 'tmpfs' ? {} : { from }) }];
}
