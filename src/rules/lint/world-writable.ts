/** Files that everybody may write: `chmod 777`. */

import type { Instruction } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { literalPath } from '../../text.js';
import { scripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const OPEN_MODE = /^(?:0?[0-7]{2}[2367]|[augo]*[ao][augo]*[+=][rwxXst]*w[rwxXst]*(?:,.*)?)$/;

export const worldWritable = lintRule({
  name: 'world-writable',
  level: 'warning',
  summary: 'no file may be written by everybody',
  why: 'Whoever gets to run anything in the container can then change the program itself. A folder that anybody is to write in has the sticky bit: 1777.',
  bad: { base: 'debian:bookworm-slim', workdir: '/srv/tides', run: ['chmod -R 777 /srv/tides'] },
  good: { base: 'debian:bookworm-slim', workdir: '/srv/tides', run: ['chmod 1777 /srv/tides'] },
  check: (program) => [
    ...scripts(program).flatMap(({ commands, origin }) =>
      commands
        .filter(({ words }) => words[0] === 'chmod')
        .flatMap(({ words }) =>
          finding(
            words.slice(1).find((word) => !/^-[A-Za-z-]+$/.test(word) || OPEN_MODE.test(word)),
            origin,
          ),
        ),
    ),
    ...allInstructions(program).flatMap(checkInstruction),
  ],
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  const chmod = instruction.kind === 'copy' || instruction.kind === 'add' || instruction.kind === 'file' ? instruction.chmod : undefined;
  return chmod === undefined ? [] : finding(literalPath(chmod), instruction.origins[0]!);
}

function finding(mode: string | undefined, origin: Finding['origin']): readonly Finding[] {
  if (mode === undefined || mode.length > 100 || !OPEN_MODE.test(mode)) return [];
  return [
    {
      origin,
      message: `with mode ${mode} everybody may write it`,
      hint: 'give it to the user that is to write it, with chown; a folder for anybody has mode 1777',
    },
  ];
}
