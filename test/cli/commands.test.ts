/** What holds for every verb with `--json`: stdout is one JSON document and nothing else, with `ok`, and with what is wrong and where. */

import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { command, folderWith } from '../support/command.js';

const image = "export default { name: 'tides', version: '0.1', base: 'debian:bookworm-slim', cmd: ['date'] };\n";

/** Two faults: an unknown key, and a package manager that the base does not have. */
const wrong = `export default {
  base: 'alpine:3.20',
  cmdd: ['date'],
  apt: ['git'],
};
`;

/** Command lines besides the verb alone. */
const lines: readonly (readonly string[])[] = [
  ['init', '--list'],
  ['init', '--ci', 'github', '--dry-run'],
  ['init', 'nowhere'],
  ['generate', '--stdout'],
  ['generate', '--format', 'json'],
  ['generate', '--format', 'ir'],
  ['generate', '--format', 'bake'],
  ['generate', '--check'],
  ['explain', '4'],
  ['explain', '4000'],
  ['build', '--dry-run'],
  ['run', '--dry-run'],
  ['eject', '--dry-run'],
  ['schema', '-o', 'image.schema.json'],
  ['completion', 'bash'],
  ['completion', '--', 'gen'],
  ['help', 'build'],
];

interface Result {
  readonly ok: boolean;
  readonly diagnostics?: readonly Diagnostic[];
}

interface Diagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Of one run: its result, once it is sure that nothing else is on stdout. */
function resultOf(
  words: readonly string[],
  files: Readonly<Record<string, string>> = { 'image.ts': image },
): Result & { readonly status: number | null } {
  const folder = folderWith(files);
  if (words[0] === 'eject') command(['generate'], folder);
  const { status, stdout } = command([words[0]!, '--json', ...words.slice(1)], folder);
  const result = JSON.parse(stdout) as Result;
  expect(`${JSON.stringify(result, null, 2)}\n`).toBe(stdout);
  expect([words, result.ok]).toEqual([words, status === 0]);
  for (const diagnostic of result.diagnostics ?? []) checkDiagnostic(diagnostic);
  return { ...result, status };
}

function checkDiagnostic(diagnostic: Diagnostic): void {
  expect(diagnostic).toMatchObject({
    code: expect.stringMatching(/^[a-z0-9-]+$/),
    severity: expect.stringMatching(/^(?:error|warning)$/),
    message: expect.stringMatching(/\S/),
  });
  if (diagnostic.file === undefined) return;
  expect([diagnostic.line, diagnostic.column].every((place) => Number.isInteger(place) && place! >= 1)).toBe(true);
}

const verbs = Object.keys(commands);

/** Verbs that load the definition whatever else they are told. */
const loading = verbs.filter((verb) => {
  const { subject, options } = commands[verb as keyof typeof commands] as { readonly subject?: { readonly name: string }; readonly options: object };
  return subject?.name === 'image.ts' && 'arg' in options && verb !== 'doctor';
});

describe('--json', () => {
  it.each([...verbs.map((verb) => [verb]), ...lines].map((words) => [words.join(' '), words] as const))('gives one document: %s', (_, words) => {
    const { ok, diagnostics, ...rest } = resultOf(words);
    if (!ok) expect((diagnostics ?? []).length + Object.keys(rest).length).toBeGreaterThan(1);
  });

  it.each(verbs)('says what is wrong with the options: %s', (verb) => {
    expect(resultOf([verb, '--frob'])).toMatchObject({
      status: 2,
      ok: false,
      diagnostics: [{ code: 'usage', severity: 'error', message: 'there is no option --frob' }],
    });
  });

  it.each(loading)('says what is wrong with a definition, and at which line and column: %s', (verb) => {
    const { status, diagnostics = [] } = resultOf([verb], { 'image.ts': wrong });
    expect(status).toBe(2);
    const places = diagnostics.map(({ code, file, line, column }) => ({ code, file, line, column }));
    expect(places).toEqual([
      { code: 'unknown-field', file: 'image.ts', line: 3, column: 3 },
      { code: 'wrong-manager', file: 'image.ts', line: 4, column: 8 },
    ]);
  });

  it.each(loading)('says that there is no definition: %s', (verb) => {
    expect(resultOf([verb], {})).toMatchObject({ status: 2, ok: false, diagnostics: [{ code: 'no-definition-file' }] });
  });

  it('says that there is no verb, and no such verb', () => {
    expect(resultOf(['biuld'])).toMatchObject({ status: 2, diagnostics: [{ code: 'usage' }] });
    expect(JSON.parse(command(['--json'], folderWith({})).stdout)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'usage', message: 'which verb?' }],
    });
  });
});

describe('every verb', () => {
  it.each(verbs)('has a manual: what it does, an example, and other verbs that there are: %s', (verb) => {
    const { manual, examples } = commands[verb as keyof typeof commands] as {
      manual?: { about: readonly string[]; seeAlso?: readonly string[] };
      examples: readonly unknown[];
    };
    expect([verb, ...(manual?.about ?? [])].length).toBeGreaterThan(verb === 'help' ? 0 : 1);
    expect(examples.length).toBeGreaterThan(0);
    expect((manual?.seeAlso ?? []).filter((other) => !verbs.includes(other))).toEqual([]);
  });
});
