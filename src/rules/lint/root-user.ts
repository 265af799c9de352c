/** An image that says itself that its container runs as root. */

import { imageStage } from '../../ir/program.js';
import type { User } from '../../ir/instruction.js';
import { shownText } from '../../text.js';
import { lintRule } from './lint-rule.js';

export const rootUser = lintRule({
  name: 'root-user',
  level: 'warning',
  summary: 'the container does not run as root by intention',
  why: 'Whoever gets to run anything in the container has all of its files, and every hole in the kernel leads to the host as root.',
  bad: { base: 'debian:bookworm-slim', user: 'root', cmd: ['tides'] },
  good: { base: 'debian:bookworm-slim', user: 'tides', cmd: ['tides'] },
  also: ['DL3002'],
  check: (program) => {
    const last = imageStage(program).instructions.findLast((it): it is User => it.kind === 'user');
    const isWritten = /\b(?:user|steps|raw)\b/.test((last?.origins[0]?.preset?.path ?? last?.origins[0]?.path ?? []).join(' '));
    if (last === undefined || !isWritten || !/^(?:root|0)(?::|$)/.test(shownText(last.user))) return [];
    return [{ origin: last.origins[0]!, message: 'the container runs as root', hint: "name another user: user: 'app' makes one" }];
  },
});
