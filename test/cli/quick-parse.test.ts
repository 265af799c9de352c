import { describe, expect, it } from 'vitest';
import { parse } from '../../src/cli/parse.js';
import { quickParse } from '../../src/cli/quick-parse.js';

/** Command lines that are understood without yargs. */
const quick = [
  'generate',
  'generate tides.ts',
  'generate -o Tides --no-comments --layers fewest',
  'generate --output=Tides --quiet --json',
  'generate tides.ts --cwd sea --color',
  'generate --no-color --name=a=b',
  'check --json',
  'check --arg release --arg year=2026',
  'build -t tides:1 --tag tides:2 --push --no-cache --cache-to type=inline',
  'build --engine podman --secret id=key,src=key -- --pull -t other',
  'run -d --name ebb -v ./a:/a -p 80:80 -- sh -c true -- x',
  'run -i -t',
  'init python-snakemake --force',
  'init --from . --dry-run',
  'doctor --engine=docker',
  'login registry.example.org:5000 -u ada --password-stdin',
  'pull --platform linux/arm64 --file tides.ts -- --quiet',
  'search tides --limit 5',
];

/** Command lines that are left to yargs: mistakes, help, and spellings that few use. */
const slow = [
  '',
  'biuld',
  '--json generate',
  'generate a b',
  'generate --frob',
  'generate --name',
  'generate --name -x',
  'generate --name a --name b',
  'generate --json --json',
  'generate --format yaml',
  'generate --json=false',
  'generate -oTides',
  'generate --help',
  'run -it',
];

const words = (line: string) => (line === '' ? [] : line.split(' '));

describe('quickParse', () => {
  it.each(quick)('understands as yargs does: %s', async (line) => {
    const understood = quickParse(words(line));
    expect(understood).toBeDefined();
    expect(understood).toEqual(await parse(words(line)));
  });

  it.each(slow)('leaves to yargs: %s', (line) => {
    expect(quickParse(words(line))).toBeUndefined();
  });
});
