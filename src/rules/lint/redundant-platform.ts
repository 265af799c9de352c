/**
 * A base whose platform is `$TARGETPLATFORM`: it is that without saying so.
 */

import { fixAt } from '../../edit.js';
import { platformOrigin } from '../read/platform-origin.js';
import { lintRule } from './lint-rule.js';

export const redundantPlatform = lintRule({
  name: 'redundant-platform',
  level: 'warning',
  summary: 'no base says that its platform is the one that is built for',
  why: 'That is what it is anyway. Whoever reads it looks for a reason.',
  bad: { base: { image: 'debian:bookworm-slim', platform: { kind: 'expand', text: '$TARGETPLATFORM' } } },
  good: { base: 'debian:bookworm-slim' },
  also: ['RedundantTargetPlatform', 'DL3065'],
  check: ({ stages }) =>
    stages.flatMap(({ instructions: [from] }) => {
      if (from?.kind !== 'from' || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(from.platform ?? '')) return [];
      const origin = platformOrigin(from);
      const fix = origin.path.at(-1) === 'platform' ? fixAt(origin, 'leave the platform out', { kind: 'remove', path: origin.path }) : {};
      return [{ origin, message: 'the platform of the base is the one that is built for anyway', hint: 'leave the platform out', ...fix }];
    }),
});
