import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/edit.js';
import { editDefinition, type Edited } from '../../src/load/edit-definition.js';
import { temporaryFolder, writeFiles } from './loader-package.js';

function edited(text: string, fixes: readonly (readonly Edit[])[], name = 'image.ts', more: Readonly<Record<string, string>> = {}): Edited {
  const folder = temporaryFolder();
  writeFiles(folder, { [name]: text, ...more });
  return editDefinition(
    join(folder, name),
    fixes.map((edits) => ({ title: 'as the test has it', edits })),
  );
}

/** The text after one edit. */
const after = (text: string, ...edits: readonly Edit[]) => edited(text, [edits]).text;

/** Why an edit is refused; the text is what it was. */
function refused(text: string, edit: Edit, more: Readonly<Record<string, string>> = {}): string | boolean | undefined {
  const { text: now, results } = edited(text, [[edit]], 'image.ts', more);
  expect(now).toBe(text);
  return results[0];
}

const tides = `import { defineImage } from 'imagewright';

// What the harbour needs.
export default defineImage({
  base: 'debian:bookworm-slim',
  args: {
    // Of the table.
    YEAR: '2026', // until the next one
    MOON: 'full',
  },
  apt: ['git', 'curl'],
  run: ['sudo make tides', \`echo "it's high"\`],
  cmd: 'tides --all',
});
`;

describe('set', () => {
  test('a value becomes another', () => {
    expect(after(tides, { kind: 'set', path: ['cmd'], value: ['tides', '--all'] })).toBe(
      tides.replace("cmd: 'tides --all'", "cmd: ['tides', '--all']"),
    );
  });

  test('a key that is not there is added behind the others, as they are laid out', () => {
    expect(after(tides, { kind: 'set', path: ['user'], value: 'sailor' })).toBe(tides.replace("--all',\n", "--all',\n  user: 'sailor',\n"));
    expect(after(tides, { kind: 'set', path: ['args', 'SEA'], value: "north's" })).toBe(
      tides.replace("MOON: 'full',\n", `MOON: 'full',\n    SEA: "north's",\n`),
    );
    expect(after("export default { base: 'scratch' };\n", { kind: 'set', path: ['user'], value: 7 })).toBe(
      "export default { base: 'scratch', user: 7 };\n",
    );
    expect(after("export default {\n  base: 'scratch' // bare\n};\n", { kind: 'set', path: ['user'], value: 7 })).toBe(
      "export default {\n  base: 'scratch', // bare\n  user: 7\n};\n",
    );
    expect(after('export default {\n  // nothing yet\n};\n', { kind: 'set', path: ['base'], value: 'scratch' })).toBe(
      "export default {\n  // nothing yet\n  base: 'scratch'\n};\n",
    );
    expect(after("export default { base: 'scratch', labels: {} };\n", { kind: 'set', path: ['labels', 'org.sea'], value: 'north' })).toBe(
      "export default { base: 'scratch', labels: { 'org.sea': 'north' } };\n",
    );
  });

  test('keys on the way are added too', () => {
    expect(after("export default { base: 'scratch' };\n", { kind: 'set', path: ['labels', 'a.b'], value: 'c' })).toBe(
      "export default { base: 'scratch', labels: { 'a.b': 'c' } };\n",
    );
  });

  test('what a name stands for is changed where it is written', () => {
    expect(after("const cmd = 'ebb now';\nexport default { base: 'scratch', cmd };\n", { kind: 'set', path: ['cmd'], value: ['ebb', 'now'] })).toBe(
      "const cmd = ['ebb', 'now'];\nexport default { base: 'scratch', cmd };\n",
    );
  });

  test('the file says which quotes', () => {
    expect(after('export default { base: "scratch" };\n', { kind: 'set', path: ['cmd'], value: ['ebb'] })).toBe(
      'export default { base: "scratch", cmd: ["ebb"] };\n',
    );
    const json = '{\n  "base": "scratch",\n  "cmd": "ebb"\n}\n';
    expect(edited(json, [[{ kind: 'set', path: ['user'], value: 'pilot' }]], 'image.json').text).toBe(
      '{\n  "base": "scratch",\n  "cmd": "ebb",\n  "user": "pilot"\n}\n',
    );
    expect(edited(json, [[{ kind: 'remove', path: ['cmd'] }]], 'image.json').text).toBe('{\n  "base": "scratch"\n}\n');
  });
});

describe('remove', () => {
  test.each<[title: string, path: Edit['path'], from: string, to: string]>([
    ['a key on a line of its own, with the comment beside it', ['args', 'YEAR'], "    YEAR: '2026', // until the next one\n", ''],
    ['the last key', ['args', 'MOON'], "    MOON: 'full',\n", ''],
    ['a field of several lines', ['args'], tides.slice(tides.indexOf('  args'), tides.indexOf('  apt')), ''],
    ['the first item of a line', ['apt', 0], "['git', 'curl']", "['curl']"],
    ['the last item of a line', ['apt', 1], "['git', 'curl']", "['git']"],
  ])('%s', (_, path, from, to) => {
    expect(after(tides, { kind: 'remove', path })).toBe(tides.replace(from, to));
  });

  test('the only member leaves an empty literal', () => {
    expect(after("export default { base: 'scratch', args: { A: '1' }, apt: ['git'] };\n", { kind: 'remove', path: ['args', 'A'] })).toBe(
      "export default { base: 'scratch', args: {}, apt: ['git'] };\n",
    );
  });

  test('not what a name stands for, but where it stands', () => {
    expect(after("const cmd = 'ebb';\nexport default { base: 'scratch', cmd };\n", { kind: 'remove', path: ['cmd'] })).toBe(
      "const cmd = 'ebb';\nexport default { base: 'scratch' };\n",
    );
  });

  test('newlines of Windows stay', () => {
    expect(after("export default {\r\n  base: 'scratch',\r\n  cmd: 'ebb',\r\n};\r\n", { kind: 'remove', path: ['cmd'] })).toBe(
      "export default {\r\n  base: 'scratch',\r\n};\r\n",
    );
  });
});

describe('append', () => {
  test.each<[title: string, edit: Edit, from: string, to: string]>([
    ['behind the items of a line', { kind: 'append', path: ['apt'], value: 'nano' }, "'curl']", "'curl', 'nano']"],
    ['to a list that is not there', { kind: 'append', path: ['ignore'], value: '*.tmp' }, "--all',\n", "--all',\n  ignore: ['*.tmp'],\n"],
  ])('%s', (_, edit, from, to) => {
    expect(after(tides, edit)).toBe(tides.replace(from, to));
  });

  test('on a line of its own where the others have one', () => {
    const text = "export default {\n  base: 'scratch',\n  apt: [\n    'git', // for the clone\n    'curl' // for the rest\n  ],\n};\n";
    expect(after(text, { kind: 'append', path: ['apt'], value: 'nano' })).toBe(
      text.replace("'curl' // for the rest", "'curl', // for the rest\n    'nano'"),
    );
  });

  test('to an empty list', () => {
    expect(after("export default { base: 'scratch', ignore: [] };\n", { kind: 'append', path: ['ignore'], value: 'a' })).toBe(
      "export default { base: 'scratch', ignore: ['a'] };\n",
    );
  });
});

describe('replace', () => {
  test('a piece of a text', () => {
    expect(after(tides, { kind: 'replace', path: ['run', 0], text: 'sudo ', by: '' })).toBe(tides.replace('sudo ', ''));
    expect(after(tides, { kind: 'replace', path: ['run', 1], text: 'high', by: '`low`' })).toBe(tides.replace('high', '\\`low\\`'));
    expect(after(tides, { kind: 'replace', path: ['cmd'], text: 'all', by: "every 'sea'" })).toBe(
      tides.replace("'tides --all'", "'tides --every \\'sea\\''"),
    );
  });

  test('an argument of a step helper', () => {
    const text = "import { run } from 'imagewright';\nexport default { base: 'scratch', steps: [run('sudo make', { network: 'none' })] };\n";
    expect(after(text, { kind: 'replace', path: ['steps', 0, 'script'], text: 'sudo ', by: '' })).toBe(text.replace('sudo ', ''));
  });

  test.each([
    ['sudo', 'there is no "sudo" in it, as it is written'],
    ['e', '"e" is in it more than once'],
  ])('not where it is not clear which: %s', (text, reason) => {
    expect(refused("export default { base: 'scratch', run: ['make tide here'] };\n", { kind: 'replace', path: ['run', 0], text, by: '' })).toBe(
      reason,
    );
  });
});

describe('several changes', () => {
  const remove = (path: Edit['path']): Edit => ({ kind: 'remove', path });

  test('are made at once where they do not meet; the others wait', () => {
    const { text, results } = edited(tides, [[remove(['args', 'YEAR'])], [remove(['apt', 0])], [remove(['apt', 1])]]);
    expect(results).toEqual([true, true, false]);
    expect(text).toBe(tides.replace("    YEAR: '2026', // until the next one\n", '').replace("'git', ", ''));
  });

  test('of one fix are all made, or none', () => {
    expect(refusedAll(tides, [remove(['args', 'YEAR']), remove(['args', 'SUN'])])).toBe('it is not there');
    expect(after(tides, remove(['apt']), { kind: 'set', path: ['args', 'MOON'], value: 'new' })).toBe(
      tides.replace("  apt: ['git', 'curl'],\n", '').replace("'full'", "'new'"),
    );
  });

  function refusedAll(text: string, edits: readonly Edit[]): string | boolean | undefined {
    const all = edited(text, [edits]);
    expect(all.text).toBe(text);
    return all.results[0];
  }
});

describe('refused', () => {
  const set: Edit = { kind: 'set', path: ['cmd'], value: ['ebb'] };

  test.each([
    [
      'a name that is used twice',
      "const c = 'ebb';\nexport default { base: 'scratch', cmd: c, labels: { c, d: c } };\n",
      '"c" is used more than once',
    ],
    ['a name that is exported', "export const c = 'ebb';\nexport default { base: 'scratch', cmd: c };\n", '"c" is exported, and others may use it'],
    [
      'a choice',
      "export default { base: 'scratch', cmd: Date.now() > 0 ? 'ebb' : 'flow' };\n",
      'it depends on something, and is written more than once',
    ],
    [
      'a return among others',
      "export default ({ mode }) => {\n  if (mode === 'run') return { base: 'scratch', cmd: 'ebb' };\n  return { base: 'scratch', cmd: 'flow' };\n};\n",
      'it depends on something, and is written more than once',
    ],
    ['a call', "export default { base: 'scratch', cmd: ['ebb'].join() };\n", 'it is computed'],
    ['a template with a variable', "const sea = 'north';\nexport default { base: 'scratch', cmd: `ebb ${sea}` };\n", 'it is computed'],
    ['a comment that would be lost', "export default { base: 'scratch', cmd: ['ebb' /* of the sea */] };\n", 'it has a comment in it'],
    [
      'a function that is called for several',
      "const make = (cmd: string) => ({ base: 'scratch', cmd: 'ebb' });\nexport default { web: make('a'), worker: make('b') };\n",
      '"make" is used more than once',
    ],
  ])('%s', (_, text, reason) => {
    const edit = text.includes('web: ') ? { ...set, path: ['web', 'cmd'] } : set;
    expect(refused(text, edit)).toBe(reason);
  });

  test('another file', () => {
    const text = "import { cmd } from './cmd.js';\nexport default { base: 'scratch', cmd };\n";
    expect(refused(text, set, { 'cmd.ts': "export const cmd = 'ebb';\n" })).toBe('it is written in another file');
  });

  test('no default export', () => {
    expect(refused('export const base = 1;\n', set)).toBe('the default export is not written as one');
  });
});

test('a function that is the default export is written once', () => {
  const text =
    "import { defineImage } from 'imagewright';\nexport default defineImage(async ({ env }) => ({ base: env.BASE ?? 'scratch', cmd: 'ebb' }));\n";
  expect(after(text, { kind: 'set', path: ['cmd'], value: ['ebb'] })).toBe(text.replace("'ebb'", "['ebb']"));
});
