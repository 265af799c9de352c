/**
 * MAINTAINER in raw text: it is deprecated.
 */

import { lintRule } from './lint-rule.js';

export const maintainer = lintRule({
  name: 'maintainer',
  level: 'warning',
  summary: 'who maintains an image is a label',
  why: 'MAINTAINER is deprecated: what inspects images shows labels.',
  bad: { base: 'debian:bookworm-slim', raw: ['MAINTAINER someone@example.org'] },
  good: { base: 'debian:bookworm-slim', labels: { maintainer: 'someone@example.org' } },
  also: ['MaintainerDeprecated', 'DL4000'],
  check: (_program, _facts, raw) =>
    raw
      .filter(({ keyword }) => /^maintainer$/i.test(keyword))
      .map(({ rest, origin }) => ({
        origin,
        message: 'MAINTAINER is deprecated',
        hint: `write labels: { maintainer: '${rest.replaceAll(/["']/g, '')}' }`,
      })),
});
