/** `alpine`: `3.20`, `3.20.1`, `3`, `latest`, `edge`, `20240923`. */

import { alpineFacts, alpineRelease } from '../distros/alpine.js';
import type { BaseFamily } from '../facts.js';

export const alpine: BaseFamily = {
  repositories: ['docker.io/library/alpine'],
  standardRoot: true,
  facts: ({ tag }) => alpineFacts(tag === undefined ? undefined : alpineRelease(tag)),
};
