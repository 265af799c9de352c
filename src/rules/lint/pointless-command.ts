/** A script that calls what has nothing to do in a build: services, terminals, the machine's own state. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

const POINTLESS =
  /^(?:free|ifconfig|kill|mount|umount|ps|reboot|service|shutdown|ssh|systemctl|top|htop|vim|vi|nano|emacs|less|more|screen|tmux|journalctl)$/;

/** Some of them answer a question, and end. */
const HARMLESS = /^(?:-V|--version|-h|--help)$/;

export const pointlessCommand = lintRule({
  name: 'pointless-command',
  level: 'warning',
  summary: 'scripts call only what has something to do in a build',
  why: 'No service runs while an image is made, nobody sits at a terminal, and what a step starts ends with it.',
  bad: { base: 'debian:bookworm-slim', run: ['systemctl enable tides'] },
  good: { base: 'debian:bookworm-slim', cmd: ['tides'] },
  also: ['DL3001'],
  check: (program) =>
    scripts(program).flatMap(({ commands, origin, run }) =>
      commands
        .filter(({ words: [first = '', second = ''] }) => POINTLESS.test(first) && !HARMLESS.test(second))
        .filter(({ words }) => words[0] !== 'ssh' || run.mounts.every(({ type }) => type !== 'ssh'))
        .map(({ words }) => ({
          origin,
          message: `"${words[0]}" has nothing to do while an image is made`,
          hint: 'leave it out; what the container is to run is its cmd',
        })),
    ),
});
