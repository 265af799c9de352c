/** Rocky Linux: `rockylinux:9`, `rockylinux:9-minimal`, `rockylinux/rockylinux:9.4`, `quay.io/rockylinux/rockylinux`. */

import { redHatFacts, redHatRelease } from '../distros/red-hat.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

export const rockylinux: BaseFamily = {
  repositories: ['docker.io/library/rockylinux', 'docker.io/rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux'],
  facts: ({ tag }) => {
    const words = tagWords(tag);
    return redHatFacts('rockylinux', findRelease(words, redHatRelease), words.includes('minimal') ? 'minimal' : 'full');
  },
};
