/** The lexer of the Dockerfile language, for tests: words, quotes, escapes and variables as BuildKit reads them. Shares no code with the printer. */

/** Literal text and what stood for a variable, as it was written: `${NAME:-word}`. */
export type Lexed = readonly (string | { readonly variable: string })[];

/** White space as Go's unicode.IsSpace has it. */
export const GO_SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
export const isSpace = (character: string | undefined): boolean => character !== undefined && new RegExp(`^${GO_SPACE}$`).test(character);

/** The string that a lexed value holds; throws where it holds a variable. */
export function plain(lexed: Lexed): string {
  return lexed
    .map((part) => {
      if (typeof part !== 'string') throw new Error(`a variable: ${part.variable}`);
      return part;
    })
    .join('');
}

/** Words with their quotes and escapes still on. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (quote === '' && isSpace(character)) {
      if (word !== '') words.push(word);
      word = '';
      continue;
    }
    word += character;
    if (character === '\\' && quote !== "'") word += text[++index] ?? '';
    else if (quote === '' && /["']/.test(character)) quote = character;
    else if (character === quote) quote = '';
  }
  return word === '' ? words : [...words, word];
}

/** Quotes, escapes and variables processed, as they are once for each word. */
export function lex(source: string): Lexed {
  const parts: (string | { variable: string })[] = [];
  let literal = '';
  let quote = '';
  // Reading begins at a byte order mark no more than a file does.
  const text = source.replace(/^\ufeff/, '');
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    const following = text[index + 1];
    if (quote === "'" && character !== "'") literal += character;
    else if (character === quote) quote = '';
    else if (quote === '' && /["']/.test(character)) quote = character;
    else if (character === '\\') {
      if (quote === '"' && following !== undefined && !/["$\\]/.test(following)) literal += '\\';
      else if (following !== undefined) {
        literal += following;
        index += 1;
      }
    } else if (character === '$') {
      const variable = readVariable(text.slice(index));
      if (variable === '$') literal += '$';
      else {
        if (literal !== '') parts.push(literal);
        literal = '';
        parts.push({ variable });
        index += variable.length - 1;
      }
    } else literal += character;
  }
  if (quote !== '') throw new Error(`a quote is not closed: ${source}`);
  return literal === '' ? parts : [...parts, literal];
}

/** The variable that a text begins with; `$` alone when it is none. */
function readVariable(text: string): string {
  if (text[1] !== '{') return /^\$([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?$!-])/u.exec(text)?.[0] ?? '$';
  let depth = 0;
  for (let index = 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '{') depth += 1;
    else if (text[index] === '}' && --depth === 0) return text.slice(0, index + 1);
  }
  throw new Error(`a variable is not closed: ${text}`);
}
