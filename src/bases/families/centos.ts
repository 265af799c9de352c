/** CentOS Stream: `quay.io/centos/centos:stream9`, `stream10-minimal`. What Docker Hub's `centos` holds has no working package sources any more: not known. */

import { redHatFacts, redHatRelease } from '../distros/red-hat.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const centos: BaseFamily = {
  repositories: ['quay.io/centos/centos'],
  facts: ({ tag }) => {
    const words = tagWords(tag);
    if (!words.some((word) => word.startsWith('stream'))) return undefined;
    return redHatFacts('centos', findRelease(words, redHatRelease), words.includes('minimal') ? 'minimal' : 'full');
  },
};
