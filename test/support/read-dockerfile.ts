/**
 * An independent reader of Dockerfiles, for tests of the printer: it reads text as BuildKit does, and shares no code with what it tests.
 *
 * The pipeline: byte order mark off; parser directives; lines starting with `#` dropped, inside continuations, too; continuations joined; trimmed; keyword split
 * off; leading `--flags` unquoted; then the arguments as the keyword has them. Heredocs of RUN and COPY are taken as they stand.
 */

import { GO_SPACE, isSpace, lex, plain, splitWords, type Lexed } from './lex-dockerfile.js';

export interface ReadInstruction {
  readonly keyword: string;
  /** First line, from 1. */
  readonly line: number;
  readonly flags: readonly string[];
  /** What follows the flags, joined and trimmed. */
  readonly rest: string;
  /** When the rest is a JSON array of strings. */
  readonly json?: readonly string[];
  /** ENV, LABEL and ARG. */
  readonly pairs?: readonly { readonly name: string; readonly value: Lexed | undefined }[];
  /** USER, WORKDIR and STOPSIGNAL. */
  readonly value?: Lexed;
  /** FROM, EXPOSE, VOLUME and COPY, each lexed. */
  readonly words?: readonly Lexed[];
  readonly heredocs: readonly ReadHeredoc[];
  /** ONBUILD: what it does later. */
  readonly trigger?: ReadInstruction;
}

export interface ReadHeredoc {
  readonly delimiter: string;
  /** Whether the builder expands variables in it. */
  readonly expands: boolean;
  readonly body: string;
}

export interface ReadDockerfile {
  readonly directives: readonly { readonly name: string; readonly value: string }[];
  readonly instructions: readonly ReadInstruction[];
}

const LEADING = new RegExp(`^${GO_SPACE}+`);
const TRAILING = new RegExp(`${GO_SPACE}+$`);

const KEYWORDS = 'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
  ' ',
);

export function readDockerfile(text: string): ReadDockerfile {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    if (Buffer.byteLength(line) > 65_535) throw new Error(`line ${index + 1} is longer than 65535 bytes`);
  });
  const { directives, next } = readDirectives(lines);
  const instructions: ReadInstruction[] = [];
  let position = next;
  while (position < lines.length) {
    const logical = readLogicalLine(lines, position);
    position = logical.next;
    if (logical.text === '') continue;
    const { instruction, next: after } = readInstruction(logical.text, logical.line, { lines, position });
    instructions.push(instruction);
    position = after;
  }
  return { directives, instructions };
}

function readDirectives(lines: readonly string[]): { directives: { name: string; value: string }[]; next: number } {
  const directives: { name: string; value: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const match = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(line);
    if (!match || !['syntax', 'escape', 'check'].includes(match[1]!.toLowerCase())) return { directives, next: index };
    directives.push({ name: match[1]!.toLowerCase(), value: match[2]! });
  }
  return { directives, next: lines.length };
}

function readLogicalLine(lines: readonly string[], start: number): { text: string; line: number; next: number } {
  let position = start;
  const first = lines[position++]!.replace(/\r+$/, '').replace(LEADING, '');
  if (first === '' || first.startsWith('#')) return { text: '', line: position, next: position };
  let { text, continues } = continuation(first);
  while (continues && position < lines.length) {
    const raw = lines[position++]!.replace(/\r+$/, '');
    if (raw.replace(LEADING, '') === '') throw new Error(`line ${position}: an empty line inside of a continuation`);
    if (raw.replace(LEADING, '').startsWith('#')) continue;
    const more = continuation(raw);
    text += more.text;
    continues = more.continues;
  }
  return { text: text.replace(TRAILING, ''), line: start + 1, next: position };
}

function continuation(line: string): { text: string; continues: boolean } {
  const match = /(^|[^\\])\\[ \t]*$/.exec(line);
  return match ? { text: line.slice(0, match.index + match[1]!.length), continues: true } : { text: line, continues: false };
}

function readInstruction(
  text: string,
  line: number,
  body: { lines: readonly string[]; position: number },
): { instruction: ReadInstruction; next: number } {
  const [, keyword = '', arguments_ = ''] = /^([^\t\v\f\r ]*)[\t\v\f\r ]*([^]*)$/.exec(text) ?? [];
  if (!KEYWORDS.includes(keyword.toUpperCase())) throw new Error(`line ${line}: unknown instruction: ${keyword}`);
  const { flags, rest } = readFlags(arguments_);
  if (keyword === 'ONBUILD') {
    const { instruction: trigger, next } = readInstruction(arguments_, line, body);
    return { instruction: { keyword, line, flags: [], rest: arguments_, heredocs: [], trigger }, next };
  }
  const takesHeredocs = ['RUN', 'COPY', 'ADD'].includes(keyword);
  const { heredocs, next } = takesHeredocs ? readHeredocs(text, body) : { heredocs: [], next: body.position };
  return { instruction: { keyword, line, flags, rest, heredocs, ...readArguments(keyword, rest) }, next };
}

/** Flags are read byte by byte, so that only ASCII survives. */
function readFlags(text: string): { flags: string[]; rest: string } {
  const flags: string[] = [];
  let rest = text.replace(LEADING, '');
  while (rest.startsWith('--')) {
    let word = '';
    let quote = '';
    let index = 0;
    for (; index < rest.length && (quote !== '' || !isSpace(rest[index])); index += 1) {
      const character = rest[index]!;
      if (character.charCodeAt(0) > 0x7f) throw new Error(`a flag that is not ASCII: ${rest}`);
      if (character === '\\') word += rest[++index] ?? '';
      else if (quote === '' && /["']/.test(character)) quote = character;
      else if (character === quote) quote = '';
      else word += character;
    }
    rest = rest.slice(index).replace(LEADING, '');
    if (word === '--') break;
    flags.push(word);
  }
  return { flags, rest };
}

function readArguments(keyword: string, rest: string): Partial<ReadInstruction> {
  const json = readJson(rest);
  switch (keyword) {
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return { pairs: splitWords(rest).map((word) => readPair(word, keyword)) };
    case 'USER':
    case 'WORKDIR':
    case 'STOPSIGNAL':
      return { value: lex(rest) };
    case 'FROM':
    case 'EXPOSE':
      return { words: rest.split(/[\t\v\f\r ]+/).map(lex) };
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return json ? { json, words: json.map(lex) } : { words: rest.split(/[\t\v\f\r ]+/).map(lex) };
    case 'HEALTHCHECK':
      return { ...(rest.startsWith('CMD ') ? { json: readJson(rest.slice(4)) ?? [] } : {}) };
    case 'SHELL':
      if (!json) throw new Error(`SHELL needs JSON: ${rest}`);
      return { json };
    default:
      return json ? { json } : {};
  }
}

function readJson(rest: string): readonly string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(rest);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) || value.some((element) => typeof element !== 'string')) throw new Error(`JSON of something else than strings: ${rest}`);
  return value as string[];
}

function readPair(word: string, keyword: string): { name: string; value: Lexed | undefined } {
  const index = word.indexOf('=');
  if (index < 0 && keyword !== 'ARG') throw new Error(`can't find = in ${word}`);
  return index < 0 ? { name: word, value: undefined } : { name: plain(lex(word.slice(0, index))), value: lex(word.slice(index + 1)) };
}

function readHeredocs(text: string, body: { lines: readonly string[]; position: number }): { heredocs: ReadHeredoc[]; next: number } {
  const heredocs: ReadHeredoc[] = [];
  let next = body.position;
  // A blank may stand between `<<` and its word.
  for (const word of splitWords(text.replace(/(<<-?)[\t ]+/g, '$1'))) {
    const [, dash, name] = /^\d*<<(-?)\s*([^<]+)$/.exec(word) ?? [];
    if (name === undefined) continue;
    const delimiter = name.replace(/["']/g, '');
    const end = body.lines.findIndex(
      (line, index) => index >= next && (dash === '-' ? line.replace(/^\t+/, '') : line).replace(/\r+$/, '') === delimiter,
    );
    if (end < 0) throw new Error(`unterminated heredoc: ${word}`);
    heredocs.push({
      delimiter,
      expands: delimiter === name,
      body: body.lines
        .slice(next, end)
        .map((line) => `${line}\n`)
        .join(''),
    });
    next = end + 1;
  }
  return { heredocs, next };
}
