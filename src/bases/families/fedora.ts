/** `fedora` and `fedora-minimal`: `41`, `latest`, `rawhide`. */

import { redHatFacts, redHatRelease } from '../distros/red-hat.js';
import type { BaseFamily } from '../facts.js';
import { findRelease, tagWords } from '../tag.js';

const MINIMAL = ['registry.fedoraproject.org/fedora-minimal', 'quay.io/fedora/fedora-minimal'];

export const fedora: BaseFamily = {
  repositories: ['docker.io/library/fedora', 'registry.fedoraproject.org/fedora', 'quay.io/fedora/fedora', ...MINIMAL],
  standardRoot: true,
  facts: ({ repository, tag }) => redHatFacts('fedora', findRelease(tagWords(tag), redHatRelease), MINIMAL.includes(repository) ? 'minimal' : 'full'),
};
