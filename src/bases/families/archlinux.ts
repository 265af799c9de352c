/** `archlinux`: `base`, `base-devel`, `latest`, `base-20240101.0.204074`. */

import { archlinuxFacts } from '../distros/archlinux.js';
import type { BaseFamily } from '../facts.js';

export const archlinux: BaseFamily = {
  repositories: ['docker.io/library/archlinux', 'docker.io/archlinux/archlinux', 'ghcr.io/archlinux/archlinux', 'quay.io/archlinux/archlinux'],
  facts: () => archlinuxFacts(),
};
