/** A healthcheck as a line of text: a shell runs it, each time. A policy. */

import { allInstructions } from '../../ir/program.js';
import { lintRule } from './lint-rule.js';

export const shellFormHealthcheck = lintRule({
  name: 'shell-form-healthcheck',
  level: 'off',
  summary: 'a healthcheck is a list, not a line for a shell',
  why: 'An image without a shell cannot run it; elsewhere it costs a shell each time.',
  bad: { base: 'debian:bookworm-slim', healthcheck: { cmd: 'tides --check' } },
  good: { base: 'debian:bookworm-slim', healthcheck: { cmd: ['tides', '--check'] } },
  also: ['DL3025'],
  check: (program) =>
    allInstructions(program).flatMap((it) =>
      it.kind === 'healthcheck' && it.command?.form === 'shell'
        ? [{ origin: it.origins[0]!, message: `"${it.command.line}" is run by a shell`, hint: 'write it as a list' }]
        : [],
    ),
});
