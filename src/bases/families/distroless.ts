/**
 * `gcr.io/distroless/*`: `static-debian12`, `python3-debian12:nonroot`, `cc:debug`. Debian without a package manager and, but for `debug`, without a shell.
 */

import { debianFacts, debianRelease } from '../distros/debian.js';
import type { BaseFamily } from '../facts.js';

export const distroless: BaseFamily = {
  repositories: ['gcr.io/distroless/'],
  facts: ({ repository, tag = '' }) => {
    const release = debianRelease(/-debian(\d+)$/.exec(repository)?.[1] ?? '');
    return {
      distro: 'debian',
      title: 'distroless Debian',
      ...(release === undefined ? {} : { release }),
      python: { kind: 'none' },
      pep668: false,
      users: [
        { name: 'root', uid: 0, gid: 0 },
        { name: 'nobody', uid: 65534, gid: 65534 },
        { name: 'nonroot', uid: 65532, gid: 65532 },
      ],
      usersComplete: true,
      ...(tag.includes('nonroot') ? { defaultUser: 'nonroot' } : {}),
      dockerClean: false,
      ...(/\/nodejs\d+-/.test(repository) ? { tools: ['node'] } : {}),
      ...(tag.includes('debug') ? { shell: '/busybox/sh' } : {}),
    };
  },
};
