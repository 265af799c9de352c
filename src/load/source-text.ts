/**
 * sourceText(): a plain value as TypeScript, as people write it: short lists on one line, single quotes unless others are asked for; with `json` as JSON has it.
 *
 *     { pip: { requirements: 'requirements.txt' }, expose: [8080] }
 */

const WIDTH = 100;

export type Quotes = 'single' | 'double' | 'json';

export function sourceText(value: unknown, indent = '', quotes: Quotes = 'single'): string {
  if (typeof value === 'string') return quoted(value, quotes);
  if (typeof value !== 'object' || value === null) return String(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const parts = (below: string) =>
    Array.isArray(value)
      ? value.map((item) => sourceText(item, below, quotes))
      : Object.entries(value).map(([key, item]) => `${keyText(key, quotes)}: ${sourceText(item, below, quotes)}`);
  const line = `${open}${parts(indent).join(', ')}${close}`;
  if (indent.length + line.length <= WIDTH && !line.includes('\n')) return line;
  const below = `${indent}  `;
  const lines = parts(below).map((part) => `${below}${part}`);
  return `${open.trim()}\n${lines.join(',\n')}${quotes === 'json' ? '' : ','}\n${indent}${close.trim()}`;
}

export function keyText(key: string, quotes: Quotes = 'single'): string {
  return quotes !== 'json' && /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key, quotes);
}

function quoted(text: string, quotes: Quotes): string {
  const json = JSON.stringify(text);
  return quotes !== 'single' || text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
