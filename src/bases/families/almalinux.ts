/** AlmaLinux: `almalinux:9`, `almalinux:9-minimal`, `almalinux/9-base:9.4`, `almalinux/9-minimal`, `quay.io/almalinuxorg/almalinux`. */

import { redHatFacts, redHatRelease } from '../distros/red-hat.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

const BY_RELEASE = ['8', '9', '10'].flatMap((release) => ['base', 'minimal'].map((variant) => `${release}-${variant}`));
const HOMES = ['docker.io/almalinux/', 'quay.io/almalinuxorg/'];

export const almalinux: BaseFamily = {
  repositories: ['docker.io/library/almalinux', ...HOMES.flatMap((home) => [...BY_RELEASE, 'almalinux'].map((name) => `${home}${name}`))],
  facts: ({ repository, tag }) => {
    const name = repository.slice(repository.lastIndexOf('/') + 1);
    const words = [...tagWords(tag), ...name.split('-')];
    return redHatFacts('almalinux', findRelease(words, redHatRelease), words.includes('minimal') ? 'minimal' : 'full');
  },
};
