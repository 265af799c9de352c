/**
 * printSchema(): the verb `schema`: prints schema.json, or writes it. It is part of the package, made of the schema that definitions are checked with
 * (test/support/json-schema.ts), so that nothing is derived here.
 */

import { resolve } from 'node:path';
import { CliError } from './cli-error.js';
import type { Output } from './output.js';
import { shownPath } from './report.js';
import { readText } from './write.js';
import { writeWhole } from './write-whole.js';

export interface SchemaRequest {
  readonly output: string | undefined;
}

export async function printSchema({ output: file }: SchemaRequest, output: Output): Promise<number> {
  const { default: schema } = await import('../../schema.json', { with: { type: 'json' } });
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (file !== undefined) {
    output.result({ ok: true, files: [writeSchema(resolve(file), text, output)] });
    return 0;
  }
  if (!output.json) output.answer(text);
  output.result({ ok: true, schema });
  return 0;
}

function writeSchema(path: string, text: string, output: Output): Readonly<Record<string, string>> {
  const label = shownPath(path);
  const present = readText(path);
  if (present !== undefined && !isSchema(present)) {
    const message = `${label} is there already, and is no schema; it is left as it is`;
    throw new CliError({ code: 'file-kept', message, hint: 'write elsewhere, or take it away' });
  }
  const state = present === text ? 'unchanged' : 'written';
  if (state === 'written') writeWhole(path, text);
  output.note(state === 'written' ? `wrote ${label}` : `${label} is up to date`);
  return { path: label, state };
}

/** Of this version or another. */
function isSchema(text: string): boolean {
  return text.startsWith('{\n  "$schema": "http://json-schema.org/draft-07/schema#",\n  "title": "image.json",\n');
}
