/** A base without a digest. A policy: with one, the very image is meant, and nothing is mended in it until somebody changes it. */

import { shownText } from '../../text.js';
import { lintRule } from './lint-rule.js';

export const baseByTag = lintRule({
  name: 'base-by-tag',
  level: 'off',
  summary: 'a base has a digest',
  why: 'A tag is moved to newer images: the same definition gives another image next month.',
  bad: { base: 'debian:bookworm-slim' },
  good: { base: { image: 'debian:bookworm-slim', digest: 'sha256:4bcb9db66237237d03b55b969271728dd3d955eaaa254b9db8a3db94550b1885' } },
  check: ({ stages }, { ownTags = [] }) =>
    stages.flatMap(({ instructions: [from] }) => {
      const image = from?.kind === 'from' && from.stage === undefined ? shownText(from.image ?? []) : 'scratch';
      if (image === 'scratch' || image.includes('@') || ownTags.includes(image)) return [];
      return [
        {
          origin: from!.origins[0]!,
          message: `"${image}" may be another image tomorrow`,
          hint: "name its digest: base: { image, digest: 'sha256:…' }",
        },
      ];
    }),
});
