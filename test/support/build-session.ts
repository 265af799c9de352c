/**
 * buildSession(): docs/build-session.md: three builds of a small project on a real terminal, as they stand on it: one that succeeds, the same again, and one that fails. Times are
 * replaced, and steps that end at about the same time stand in the order of their numbers: then it is the same each time.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from './command.js';
import { onTerminal } from './pty.js';

const COLUMNS = 100;
const ROWS = 24;

const definition = (runs: readonly string[]) => `import { defineImage } from 'imagewright';

export default defineImage({
  name: 'tide-table',
  version: '1.0',
  base: 'debian:bookworm-slim',
  copy: { 'tides.txt': '/srv/' },
  run: [
${runs.map((line) => `    '${line}',\n`).join('')}  ],
  cmd: ['cat', '/srv/table.txt'],
});
`;

const SORT = 'echo sorting the tides && sleep 2 && sort /srv/tides.txt > /srv/table.txt';
const CHECK = 'echo checking the table && grep spring /srv/table.txt';

export async function buildSession(folder: string): Promise<string> {
  const write = (runs: readonly string[]) => writeFileSync(join(folder, 'image.ts'), definition(runs));
  writeFileSync(join(folder, 'tides.txt'), '11.2 flood\n5.1 ebb\n');
  write([SORT]);
  let running = '';
  const first = await build(folder, '--no-cache', (screen) => {
    if (running === '' && screen.includes('      sorting the tides\n')) running = screen;
  });
  const again = await build(folder, '');
  write([SORT, CHECK]);
  const failed = await build(folder, '');
  return page({ running: plain(running), first, again, failed });
}

/** The whole screen, and what is said of how it ended. */
async function build(folder: string, options: string, watch: (screen: string) => void = () => undefined): Promise<string> {
  const words = `imagewright build${options === '' ? '' : ` ${options}`}`;
  const { status, terminal } = await onTerminal(`${process.execPath} ${cli} build ${options}`, {
    cwd: folder,
    columns: COLUMNS,
    rows: ROWS,
    env: { NO_COLOR: '1' },
    watch: ({ lines }) => watch(`$ ${words}\n${lines().join('\n')}`),
  });
  return plain(`$ ${words}\n${terminal.lines().join('\n')}$ echo $?\n${status}\n`);
}

/** Without what is another each time. */
function plain(screen: string): string {
  const lines = screen
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\b\d+(?:\.\d+s|m\d\ds)$/, '0.0s').replace(/^(\[\d+\/\d+\] base .*)  \S+$/, '$1  0.0s'));
  return inOrder(lines).join('\n');
}

function inOrder(lines: readonly string[]): readonly string[] {
  const numberOf = (line: string) => Number(/^\[(\d+)\/\d+\] /.exec(line)?.[1]);
  const first = lines.findIndex((line) => !Number.isNaN(numberOf(line)));
  const after = lines.findIndex((line, index) => index > first && Number.isNaN(numberOf(line)));
  if (first < 0 || after < 0) return lines;
  const steps = lines.slice(first, after).toSorted((left, right) => numberOf(left) - numberOf(right));
  return [...lines.slice(0, first), ...steps, ...lines.slice(after)];
}

interface Screens {
  readonly running: string;
  readonly first: string;
  readonly again: string;
  readonly failed: string;
}

function page({ running, first, again, failed }: Screens): string {
  const block = (text: string, language = 'text') => `\`\`\`${language}\n${text}\n\`\`\``;
  return `${[
    '# A session of build',
    `What \`imagewright build\` shows on a terminal of ${COLUMNS} columns, without colours. \`npm run session\` makes this page: it types the commands on a real terminal, with a real engine, and writes down what stands there. Times are replaced by \`0.0s\`. What it shows where there is no terminal, and as JSON, is told in [build events](build-events.md).`,
    'The project is a table of tides:',
    block(definition([SORT]).trimEnd(), 'ts'),
    'While it is built, the step that runs stands below those that have ended, with the last line that it printed, and the whole below that. All of it is drawn over in place; a narrow or low terminal gets as much as it has room for.',
    block(running),
    'In the end, what has ended stays:',
    block(first),
    'Built again, nothing is to be done:',
    block(again),
    'A further command, `' +
      CHECK +
      '`, finds no spring tide. The build ends with the line of `image.ts` that is to blame, what the command printed, and the exit code of the engine:',
    block(failed),
  ].join('\n\n')}\n`;
}
