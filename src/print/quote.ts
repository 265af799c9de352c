/**
 * All escaping for the Dockerfile language, one function for each kind of place. Nothing else in the project puts a quote or a backslash into a Dockerfile.
 *
 * In: values that `carry.ts` found fit. Out: text that BuildKit reads back as exactly that value. How BuildKit reads them:
 *
 * - words of ENV, LABEL and ARG, and the whole rest of a USER, WORKDIR or STOPSIGNAL line: quotes, backslashes and `$` are processed once (lexed);
 * - exec forms (CMD, ENTRYPOINT, SHELL, RUN, HEALTHCHECK): JSON and nothing more;
 * - paths of COPY, ADD and VOLUME: split at blanks or read as JSON, then lexed, element by element;
 * - flags: unquoted once; the fields of a --mount are CSV, and their values are then lexed.
 *
 *     it costs $5        "it costs \$5"
 *     /opt/word_count    /opt/word_count
 *
 * For the shell's own language there is shell-word.ts.
 */

import { pathText, type AnyText, type PathText, type Text, type Variable } from '../text.js';
import { unicodeEscape } from './carry.js';

/** Values that stand bare: no reader gives any of these characters a meaning. */
const BARE = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** Invisible or misleading characters, which JSON can escape. */
const INVISIBLE = /[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g;

/** What escapes in lexed words: a backslash, unless `# escape=` says otherwise. Flags are unquoted by backslashes all the same. */
export type Escape = '\\' | '`';

/** A literal value of a lexed word. */
export function lexWord(value: string, escape: Escape = '\\'): string {
  return isBare(value, escape) ? value : doubleQuoted(value, escape);
}

function isBare(value: string, escape: Escape): boolean {
  return BARE.test(escape === '\\' ? value : value.replaceAll('\\', '/'));
}

/** A text with variables as a lexed word: `/opt/venv/bin:${PATH}`. */
export function lexText(text: Text, escape: Escape = '\\'): string {
  const stays = text.length > 0 && text.every((part) => (typeof part === 'string' ? isBare(part, escape) : BARE.test(part.word ?? '-')));
  if (stays) return text.map((part) => (typeof part === 'string' ? part : variable(part, escape))).join('');
  return `"${text.map((part) => (typeof part === 'string' ? escapeQuoted(part, escape) : variable(part, escape))).join('')}"`;
}

/** A text as the whole rest of a line, where a first `-` could begin a flag. */
export function lexRest(text: Text, escape: Escape = '\\'): string {
  const lexed = lexText(text, escape);
  return lexed.startsWith('-') ? `"${lexed}"` : lexed;
}

/** A key of ENV or LABEL. */
export function lexKey(key: string, escape: Escape = '\\'): string {
  return /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(key) ? key : doubleQuoted(key, escape);
}

/** The value of a flag that is unquoted once: `--exclude="two words"`. */
export function flagValue(value: string): string {
  return /^[A-Za-z0-9_./:@%+,=*?!-]+$/.test(value) ? value : doubleQuoted(value, '\\');
}

/** A variable, its braces always there, so that no letter after it joins its name. */
function variable({ variable: name, operator, word }: Variable, escape: Escape): string {
  if (operator === undefined) return `\${${name}}`;
  return `\${${name}${operator}${isPatternOperator(operator) ? (word ?? '') : escaped(word ?? '', '"\'$}', escape)}}`;
}

/** `${name#word}` and its like read `word` as a pattern, in which escapes are kept: it is printed as it is. */
export function isPatternOperator(operator: string): boolean {
  return /^[#%/]/.test(operator);
}

function doubleQuoted(value: string, escape: Escape): string {
  return `"${escapeQuoted(value, escape)}"`;
}

function escapeQuoted(value: string, escape: Escape): string {
  return escaped(value, '"$', escape);
}

/** The text with the escape before each of some characters and before itself. */
function escaped(value: string, characters: string, escape: Escape): string {
  return [...value].map((character) => (character === escape || characters.includes(character) ? escape + character : character)).join('');
}

/** Outside quotes; a byte order mark is escaped because the lexer drops one that comes first. */
function escapeUnquoted(value: string, escape: Escape): string {
  return escaped(value, '"\'$\ufeff', escape);
}

/** An exec form: `["snakemake", "--cores", "1"]`. */
export function execForm(argv: readonly string[]): string {
  return `[${argv.map(jsonString).join(', ')}]`;
}

/** A string of JSON. `<<` is broken up: BuildKit looks for heredocs before it looks for JSON. */
function jsonString(value: string): string {
  return JSON.stringify(value).replace(INVISIBLE, unicodeEscape).replaceAll('<<', '<\\u003c');
}

/** Paths of COPY, ADD or VOLUME, and addresses of ADD: bare words, or JSON when one of them needs it. */
export function pathList(paths: readonly (string | Text)[], escape: Escape = '\\'): string {
  const texts = paths.map((path): Text => (typeof path === 'string' ? [path] : path));
  const [first = ''] = texts[0] ?? [];
  const isFlag = typeof first === 'string' && first.startsWith('--');
  if (!isFlag && texts.every(isBarePath)) return texts.map((text) => expandedPath(text, escape)).join(' ');
  return `[${texts.map((text) => jsonString(expandedPath(text, escape))).join(', ')}]`;
}

/** A `#` or `&` means something only in an address. */
function isBarePath(text: Text): boolean {
  const whole = text.map((part) => (typeof part === 'string' ? part : `x${part.word ?? ''}`)).join('');
  return /^(?:[A-Za-z0-9_./:@%+,=*?-]+|[a-z][a-z+]*(?::\/\/|@)[A-Za-z0-9_./:@%+,=*?#&;~-]+)$/.test(whole);
}

function expandedPath(text: Text, escape: Escape): string {
  return text.map((part) => (typeof part === 'string' ? escapeUnquoted(part, escape) : variable(part, escape))).join('');
}

/** One word that may neither be quoted nor stand in JSON: the target of a heredoc COPY, a port of EXPOSE. It must be free of blanks. */
export function barePath(path: AnyText, escape: Escape = '\\'): string {
  return expandedPath(pathText(path), escape);
}

/** The value of --mount: CSV of `key=value` or `key`, each value lexed, the whole unquoted as a flag. */
export function mountValue(fields: readonly (readonly [key: string, value: PathText | undefined])[], escape: Escape = '\\'): string {
  const csv = fields.map(([key, value]) => csvField(value === undefined ? key : `${key}=${expandedPath(pathText(value), escape)}`)).join(',');
  return unquotedFlag(csv);
}

/** A text as the value of a flag that is unquoted once, and then lexed. */
export function expandedFlag(text: AnyText): string {
  return unquotedFlag(expandedPath(pathText(text), '\\'));
}

/** The flag is unquoted before it is expanded, so that a variable may stand bare and in quotes alike. */
function unquotedFlag(value: string): string {
  return /^[A-Za-z0-9_./:@%+,=${}-]+$/.test(value) ? value : flagValue(value);
}

function csvField(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The body of an unquoted heredoc, in which the builder expands `$NAME`: `\$` stays an escaped dollar, other escapes are kept by doubling them. */
export function expandableBody(content: string, escape: Escape = '\\'): string {
  return content.replace(escape === '\\' ? /\\(?!\$)/g : /`(?!\$)/g, '$&$&');
}

/** A delimiter that no line of the body could be taken for, however a reader trims it: `EOF`, `EOF_2`, … */
export function heredocDelimiter(body: string): string {
  const lines = new Set(body.split('\n').map((line) => line.trim()));
  let delimiter = 'EOF';
  for (let number = 2; lines.has(delimiter); number += 1) delimiter = `EOF_${number}`;
  return delimiter;
}
