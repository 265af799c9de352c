/**
 * Values as the shell of %post, %environment and %runscript reads them; whole words are quoted in shell-word.ts.
 *
 * Apptainer looks at every line before a shell does: it replaces `{{ name }}`, takes `%name` and `Bootstrap:` at the beginning of a line for its own, and a carriage
 * return at the end of one away. Within quotes all of them can be parted.
 *
 *     {{ name }}                '{''{ name }}'
 *     /opt/venv/bin:${PATH}     "/opt/venv/bin:${PATH}"
 */

import { shellWord } from '../../shell-word.js';
import { literalPath, type PathText, type Text } from '../../text.js';
import { isPatternOperator } from '../quote.js';

/** One word of a command. */
export function quotedWord(text: string): string {
  return guarded(shellWord(text))
    .replace(/\n(?=[\s\u0085]*%|bootstrap:)/gi, "\n''")
    .replace(/\r(?=\n)/g, "\r''");
}

/** A word that is quoted already, for a shell alone. */
export function guarded(word: string): string {
  return word.replace(/\{(?=\{)/g, "{''").replace(/^(?=%)/, "''");
}

/** A text with variables. Patterns and replacements are kept as they are, as the builder keeps them. */
export function shellText(value: PathText): string {
  const literal = literalPath(value);
  if (literal !== undefined) return quotedWord(literal);
  return `"${(value as Text).map((part) => (typeof part === 'string' ? escaped(part) : variable(part))).join('')}"`;
}

function variable({ variable: name, operator = '', word = '' }: Exclude<Text[number], string>): string {
  return `\${${name}${operator}${isPatternOperator(operator) ? word : escaped(word).replaceAll('}', '\\}')}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&').replace(/\{(?=\{)/g, '{""');
}

/** Whether Apptainer would read a line of a section otherwise than a shell, or take it for the beginning of another. */
export function isMisread(line: string): boolean {
  return /^[\s\u0085]*%|^bootstrap:|\{\{\s*\w+\s*\}\}/i.test(line);
}
