import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../support/command.js';

const definition = "export default {\n  base: 'debian:bookworm-slim',\n  run: ['cd /srv'],\n};\n";

describe('a warning', () => {
  it.each(['generate', 'check', 'doctor'])('is told on stderr by %s, which goes on', (verb) => {
    const folder = folderWith({ 'image.ts': definition });
    command(['generate'], folder);
    const { stderr } = command([verb, '--quiet'], folder);
    expect(stderr).toBe(`image.ts:3:9 warning run[0]: "cd /srv" changes nothing for the steps after it: its shell ends with it   (run-without-effect)
  3 |   run: ['cd /srv'],
    |         ^^^^^^^^^
hint: set workdir, or put it in front of the command that needs it: "cd DIR && …"
`);
  });

  it('is among the diagnostics of --json, of a result that is fine', () => {
    const { status, stdout } = command(['generate', '--json'], folderWith({ 'image.ts': definition }));
    const { ok, diagnostics } = JSON.parse(stdout) as { ok: boolean; diagnostics: readonly { code: string; severity: string; line: number }[] };
    expect({ status, ok, diagnostics: diagnostics.map(({ code, severity, line }) => ({ code, severity, line })) }).toEqual({
      status: 0,
      ok: true,
      diagnostics: [{ code: 'run-without-effect', severity: 'warning', line: 3 }],
    });
  });
});

it('hands the words of --arg to a definition that is a function, whatever the verb', () => {
  const definition = `export default ({ mode, args }) => ({ base: 'debian:bookworm-slim', labels: { asked: [mode, ...args].join(' ') } });\n`;
  const folder = folderWith({ 'image.mjs': definition });
  const label = (...words: readonly string[]) => /^LABEL .*/m.exec(command(words, folder).stdout)?.[0];
  expect(label('generate', '--stdout')).toBe('LABEL asked=generate');
  expect(label('generate', '--stdout', '--arg', 'release', '--arg', 'year=2026')).toBe('LABEL asked="generate release year=2026"');
  expect(command(['generate', '--arg', 'release', '--quiet'], folder).status).toBe(0);
  expect(command(['check', '--arg', 'release', '--quiet'], folder).status).toBe(0);
  expect(command(['check', '--quiet'], folder).status).toBe(1);
});

it('points at a name that is wrong, and not at what it stands for', () => {
  const definition =
    "export default {\n  base: 'debian:bookworm-slim',\n  env: { 'A B': '1', '': '2' },\n  stages: { scratch: { base: 'debian:bookworm-slim' } },\n};\n";
  const { stderr } = command(['generate'], folderWith({ 'image.ts': definition }));
  expect(stderr.split('\n').filter((line) => /^image|\^/.test(line))).toEqual([
    'image.ts:3:10 error env["A B"]: "A B" cannot be the name of an environment variable   (bad-name)',
    '    |          ^^^^^',
    'image.ts:3:22 error env[""]: the name of an environment variable is empty   (bad-name)',
    '    |                      ^^',
    'image.ts:4:13 error stages.scratch: "scratch" is a name of the builder\'s own and cannot be the name of a stage   (reserved-name)',
    '    |             ^^^^^^^',
  ]);
});
