/** A script that calls `sudo`. Commands of a build run as root until `user` says otherwise, and a step may say `user: 'root'`. */

import type { Program } from '../../ir/program.js';
import { imageUser } from '../read/image-user.js';
import { scripts, type Script } from '../read/scripts.js';
import { plainBase, stageChain } from '../read/stage-chain.js';
import { fixAt } from '../../edit.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const sudo = lintRule({
  name: 'sudo',
  level: 'warning',
  summary: 'no script calls sudo',
  why: 'It is seldom in the image, asks for a password where it is, and does not pass signals on as one expects. A build runs as root anyway, unless the definition says otherwise.',
  bad: { base: 'debian:bookworm-slim', run: ['sudo ldconfig'] },
  good: { base: 'debian:bookworm-slim', run: ['ldconfig'] },
  also: ['DL3004'],
  check: (program) =>
    scripts(program)
      .filter(({ commands }) => commands.some(({ words }) => words[0] === 'sudo'))
      .map((script) => finding(script, isRoot(script, program))),
});

function finding({ origin, text }: Script, isByRoot: boolean): Finding {
  const isPlain = /^sudo +(?!-)/.test(text) && text.indexOf('sudo', 1) < 0;
  const [first = ''] = text.trim().split('\n', 1);
  const shown = first === text.trim() ? text : `${first} …`;
  return {
    origin,
    message: `"${shown}" calls sudo, which an image does not need`,
    hint: "leave it out: a build runs as root; where the step runs as another user, give it user: 'root'",
    ...(isPlain && isByRoot ? fixAt(origin, 'leave sudo out', { kind: 'replace', path: origin.path, text: 'sudo ', by: '' }) : {}),
  };
}

/** Certain of plain bases alone: others may have a user of their own. */
function isRoot({ stage, run }: Script, program: Program): boolean {
  const chain = stageChain(program, stage);
  const below = chain.filter((each) => each !== stage);
  return plainBase(chain) !== undefined && below.every((each) => imageUser(each) === undefined) && imageUser(stage, run) === undefined;
}
