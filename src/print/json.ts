/** printJson(): the program as canonical JSON: keys sorted by code unit, two blanks of indentation, a newline at the end. For other programs to read. */

import type { Program } from '../ir/program.js';

export function printJson(program: Program): string {
  return `${JSON.stringify(program, sortKeys, 2)}\n`;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}
