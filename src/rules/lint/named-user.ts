/** A user with a name, not a number. A policy of clusters. */

import { imageStage } from '../../ir/program.js';
import type { User } from '../../ir/instruction.js';
import { shownText } from '../../text.js';
import { lintRule } from './lint-rule.js';

export const namedUser = lintRule({
  name: 'named-user',
  level: 'off',
  summary: 'the user of a container is a number',
  why: 'Kubernetes with runAsNonRoot refuses an image whose user has a name: it cannot tell that it is not root.',
  bad: { base: 'debian:bookworm-slim', user: 'tides' },
  good: { base: 'debian:bookworm-slim', user: 10001 },
  also: ['DL3066'],
  check: (program) => {
    const last = imageStage(program).instructions.findLast((it): it is User => it.kind === 'user');
    const user = last === undefined ? '0' : shownText(last.user);
    return /^\d+(?::|$)/.test(user)
      ? []
      : [{ origin: last!.origins[0]!, message: `the user "${user}" is not a number`, hint: 'write the number: user: 10001' }];
  },
});
