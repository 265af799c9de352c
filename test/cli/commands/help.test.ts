import type { Options } from 'yargs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands/index.js';
import { command, folderWith } from '../../support/command.js';

const say = (...words: readonly string[]) => command(words, folderWith({}));

describe('help', () => {
  it('is what --help prints', () => {
    expect(say('help')).toEqual(say('--help'));
    for (const verb of Object.keys(commands)) expect(say('help', verb)).toEqual(say(verb, '--help'));
    expect(say('help', 'eject', '--quiet').stdout).toBe(say('eject', '-h').stdout);
    expect(say('eject', 'image.ts', '--dry-run', '--help')).toEqual(say('eject', '--help'));
  });

  it('is a manual', () => {
    expect(say('eject', '--help')).toEqual({
      status: 0,
      stderr: '',
      stdout: `imagewright eject: make the generated files your own: without the header, never written again

Usage:
  imagewright eject [image.ts] [options]

  A generated file is known by its header. Without it, the file is one that somebody wrote:
  "generate" does not replace it, and "check" finds that it was not written by imagewright. Build it
  with your engine from then on: docker build .

  It is the files as they stand that are ejected, with what was changed in them by hand; one that is
  stale is told of. Nothing is removed: "imagewright generate --force" is the way back.

Argument:
  image.ts  the definition file; image.ts (.mts .cts .js .mjs .cjs .json) of the working directory
            unless named

Options:
  -o, --output FILE  the Dockerfile to eject, where it was written elsewhere
      --dry-run      say what would be ejected, do nothing

Which image, and how:
  --arg ARG    a word for a definition that is a function: its \`args\` (may be given again)
  --name NAME  one of several images of the file

With every verb:
      --cwd FOLDER  run as if started in this folder
      --json        print the result as JSON on stdout
      --[no-]color  colours, whatever the terminal is
      --quiet       nothing on stderr but problems
  -h, --help        this text

Examples:
  imagewright eject
        Dockerfile and its ignore file, as they are
  imagewright generate --force
        the way back: what image.ts says replaces them

Exit codes:
  0   fine
  2   wrong usage, a wrong definition, or a file that is missing or kept; what is wrong is on stderr
  70  a bug of imagewright

Environment:
  NO_COLOR        set to anything: no colours, unless --color is given
  FORCE_COLOR     set to anything but 0: colours, also where the output is no terminal
  XDG_CACHE_HOME  folder of the cache where the project has no node_modules; ~/.cache without it

See also:
  imagewright generate, imagewright check
`,
    });
  });

  it.each(Object.entries(commands))(
    'tells all of %s: what it does, its options with choices and defaults, an example',
    (verb, { summary, options, examples }) => {
      const { stdout } = say(verb, '--help');
      const text = stdout.replaceAll(/\n +/g, ' ');
      expect(text).toContain(`imagewright ${verb}: ${summary}`);
      for (const [name, option] of Object.entries<Options>(options)) {
        if (option.hidden === true) continue;
        expect(text).toMatch(new RegExp(`--(?:\\[no-\\])?${name} `));
        if (option.choices !== undefined) expect(text).toContain(`one of ${option.choices.join(', ')}`);
        if (typeof option.default === 'string') expect(text).toContain(`default: ${option.default}`);
      }
      expect(examples.filter(([line]) => !text.includes(line))).toEqual([]);
      expect(examples.length).toBeGreaterThan(0);
      expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    },
  );

  it('is data with --json', () => {
    const { verbs, manual } = JSON.parse(say('help', '--json').stdout);
    expect(verbs).toEqual(Object.keys(commands));
    expect(Object.keys(manual)).toEqual(['name', 'summary', 'usage', 'about', 'sections', 'seeAlso']);
    expect(JSON.parse(say('help', 'schema', '--json').stdout)).toMatchObject({ ok: true, verbs: ['schema'], manual: { name: 'imagewright schema' } });
  });

  it('knows no verb that there is not', () => {
    expect(say('help', 'biuld')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: there is no verb "biuld"   (usage)\nhint: did you mean "build"?\n',
    });
  });
});
