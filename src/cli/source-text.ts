/**
 * sourceText(): a plain value as TypeScript, as people write it: single quotes, short lists on one line.
 *
 *     { pip: { requirements: 'requirements.txt' }, expose: [8080] }
 */

const WIDTH = 100;

export function sourceText(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }'];
  const parts = (below: string) =>
    Array.isArray(value)
      ? value.map((item) => sourceText(item, below))
      : Object.entries(value).map(([key, item]) => `${keyText(key)}: ${sourceText(item, below)}`);
  const line = `${open}${parts(indent).join(', ')}${close}`;
  if (indent.length + line.length <= WIDTH && !line.includes('\n')) return line;
  const below = `${indent}  `;
  return `${open.trim()}\n${parts(below)
    .map((part) => `${below}${part},\n`)
    .join('')}${indent}${close.trim()}`;
}

function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
