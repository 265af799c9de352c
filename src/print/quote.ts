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

import { pathText, type PathText, type Text, type Variable } from '../text.js';
import { unicodeEscape } from './carry.js';

/** Values that stand bare: no reader gives any of these characters a meaning. */
const BARE = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** Invisible or misleading characters, which JSON can escape. */
const INVISIBLE = /[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g;

/** A literal value of a lexed word. */
export function lexWord(value: string): string {
  return BARE.test(value) ? value : doubleQuoted(value);
}

/** A text with variables as a lexed word: `/opt/venv/bin:${PATH}`. */
export function lexText(text: Text): string {
  const isBare = text.length > 0 && text.every((part) => BARE.test(typeof part === 'string' ? part : (part.word ?? '-')));
  if (isBare) return text.map((part) => (typeof part === 'string' ? part : variable(part))).join('');
  return `"${text.map((part) => (typeof part === 'string' ? escapeQuoted(part) : variable(part))).join('')}"`;
}

/** A text as the whole rest of a line, where a first `-` could begin a flag. */
export function lexRest(text: Text): string {
  const lexed = lexText(text);
  return lexed.startsWith('-') ? `"${lexed}"` : lexed;
}

/** A key of ENV or LABEL. */
export function lexKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_./-]*$/.test(key) ? key : doubleQuoted(key);
}

/** The value of a flag that is unquoted once: `--exclude="two words"`. */
export function flagValue(value: string): string {
  return /^[A-Za-z0-9_./:@%+,=*?!-]+$/.test(value) ? value : doubleQuoted(value);
}

/** A variable, its braces always there, so that no letter after it joins its name. */
function variable({ variable: name, operator, word }: Variable): string {
  if (operator === undefined) return `\${${name}}`;
  return `\${${name}${operator}${isPatternOperator(operator) ? (word ?? '') : (word ?? '').replace(/[\\"'$}]/g, '\\$&')}}`;
}

/** `${name#word}` and its like read `word` as a pattern, in which escapes are kept: it is printed as it is. */
export function isPatternOperator(operator: string): boolean {
  return /^[#%/]/.test(operator);
}

function doubleQuoted(value: string): string {
  return `"${escapeQuoted(value)}"`;
}

function escapeQuoted(value: string): string {
  return value.replace(/[\\"$]/g, '\\$&');
}

/** Outside quotes; a byte order mark is escaped because the lexer drops one that comes first. */
function escapeUnquoted(value: string): string {
  return value.replace(/[\\"'$\ufeff]/g, '\\$&');
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
export function pathList(paths: readonly (string | Text)[]): string {
  const texts = paths.map((path): Text => (typeof path === 'string' ? [path] : path));
  const [first = ''] = texts[0] ?? [];
  const isFlag = typeof first === 'string' && first.startsWith('--');
  if (!isFlag && texts.every(isBarePath)) return texts.map((text) => expandedPath(text)).join(' ');
  return `[${texts.map((text) => jsonString(expandedPath(text))).join(', ')}]`;
}

/** A `#` or `&` means something only in an address. */
function isBarePath(text: Text): boolean {
  const whole = text.map((part) => (typeof part === 'string' ? part : `x${part.word ?? ''}`)).join('');
  return /^(?:[A-Za-z0-9_./:@%+,=*?-]+|[a-z][a-z+]*(?::\/\/|@)[A-Za-z0-9_./:@%+,=*?#&;~-]+)$/.test(whole);
}

function expandedPath(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? escapeUnquoted(part) : variable(part))).join('');
}

/** One path that may neither be quoted nor stand in JSON: the target of a heredoc COPY. It must be free of blanks. */
export function barePath(path: string): string {
  return escapeUnquoted(path);
}

/** The value of --mount: CSV of `key=value`, each value lexed, the whole unquoted as a flag. */
export function mountValue(fields: readonly (readonly [key: string, value: PathText])[]): string {
  const csv = fields.map(([key, value]) => csvField(`${key}=${expandedPath(pathText(value))}`)).join(',');
  // The flag is unquoted before it is expanded, so that a variable may stand bare and in quotes alike.
  return /^[A-Za-z0-9_./:@%+,=${}-]+$/.test(csv) ? csv : flagValue(csv);
}

function csvField(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The body of an unquoted heredoc, in which the builder expands `$NAME`: `\$` stays an escaped dollar, other backslashes are kept by doubling them. */
export function expandableBody(content: string): string {
  return content.replace(/\\(?!\$)/g, '\\\\');
}

/** A delimiter that no line of the body could be taken for, however a reader trims it: `EOF`, `EOF_2`, … */
export function heredocDelimiter(body: string): string {
  const lines = new Set(body.split('\n').map((line) => line.trim()));
  let delimiter = 'EOF';
  for (let number = 2; lines.has(delimiter); number += 1) delimiter = `EOF_${number}`;
  return delimiter;
}
