/**
 * readWords(), readText(): words of a Dockerfile, and the text that one stands for: quotes and escapes taken off, variables known for what they are.
 *
 *     "two words" $HOME/x        ["two words"], [{ variable: 'HOME' }, '/x']
 */

import type { Text, Variable } from '../../text.js';

/** Words with their quotes still on. */
export function readWords(text: string): readonly string[] {
  return text.match(/(?:\\[^]|"(?:\\[^]|[^"\\])*"|'[^']*'|[^\s\\"']|["'\\])+/g) ?? [];
}

const PIECE = /\\([^])|'([^']*)'|"((?:\\[^]|[^"\\])*)"|(\$(?:\w+|\{[^}]*\}))|([^])/g;

export function readText(word: string): Text {
  const parts: (string | Variable)[] = [...word.matchAll(PIECE)].flatMap(([, escaped, single, double, variable, other]) => {
    if (variable !== undefined) return [readVariable(variable)];
    if (double !== undefined) return inQuotes(double);
    return [escaped ?? single ?? other ?? ''];
  });
  return parts.reduce<Text>((text, part) => append(text, part), []);
}

function inQuotes(text: string): readonly (string | Variable)[] {
  return [...text.matchAll(/\\([^])|(\$(?:\w+|\{[^}]*\}))|([^])/g)].map(([, escaped, variable, other]) =>
    variable === undefined ? (escaped ?? other ?? '') : readVariable(variable),
  );
}

function readVariable(text: string): Variable {
  const [, variable = '', operator = '', word = ''] = /^\$\{?(\w*)((?::?[-+?]|##?|%%?|\/\/?)?)([^}]*)\}?$/.exec(text) ?? [];
  return operator === '' ? { variable } : { variable, operator, word };
}

/** Neighbouring pieces of literal text are one; nothing is none. */
function append(text: Text, part: string | Variable): Text {
  const last = text.at(-1);
  if (part === '') return text;
  return typeof part === 'string' && typeof last === 'string' ? [...text.slice(0, -1), last + part] : [...text, part];
}
