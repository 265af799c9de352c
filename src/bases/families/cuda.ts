/** `nvidia/cuda`: `12.4.1-cudnn-devel-ubuntu22.04`, `12.4.1-base-ubi9`, `12.4.1-runtime-rockylinux9`. The last word says the distribution. */

import { redHatFacts } from '../distros/red-hat.js';
import { ubuntuFacts } from '../distros/ubuntu.js';
import type { BaseFamily } from '../facts.js';

export const cuda: BaseFamily = {
  repositories: ['docker.io/nvidia/cuda', 'nvcr.io/nvidia/cuda'],
  facts: ({ tag = '' }) => {
    const [, distro, release = ''] = /-(ubuntu|ubi|rockylinux)(\d[\d.]*)$/.exec(tag) ?? [];
    if (distro === 'ubuntu') return ubuntuFacts(release);
    if (distro === 'ubi') return redHatFacts('rhel', release);
    return distro === 'rockylinux' ? redHatFacts('rockylinux', release) : undefined;
  },
};
