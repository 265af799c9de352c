/**
 * dnf, of Fedora, Red Hat Enterprise Linux and its kin; microdnf in their minimal images.
 *
 *     RUN dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs curl && \
 *         dnf clean all
 *
 * `--setopt=tsflags=nodocs` rather than `--nodocs`: dnf 4, dnf 5 and microdnf all take it.
 */

import type { BaseFacts } from '../../bases/index.js';
import { parserOf, type SystemManager } from './package-manager.js';

/** `curl`, `curl-8.5.0`, `glibc.i686`, `nodejs-1:20.1`, `@development-tools`: a version is part of the name. */
const REQUEST = /^(?<name>@?[A-Za-z0-9_](?:[A-Za-z0-9._+:~^-]*[A-Za-z0-9_+])?)$/;

export const dnf: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'curl-8.5.0', 'glibc.i686' or '@development-tools'",
  pin: '-8.5.0',
  commands: (base, recommends) => {
    const dnfCommand = base.managerCommand ?? 'dnf';
    return {
      prepare: [],
      command: `${dnfCommand} install -y${recommends ? '' : ' --setopt=install_weak_deps=False'} --setopt=tsflags=nodocs`,
      cacheOptions: ['--setopt=keepcache=True'],
      noCacheOptions: [],
      cleanup: [`${dnfCommand} clean all`],
      caches: [{ type: 'cache', target: cacheOf(base), sharing: 'locked' }],
      environment: [],
    };
  },
};

/** dnf 5, which Fedora has from 41 on, keeps its cache elsewhere; so does microdnf before it. */
function cacheOf({ distro, release, managerCommand }: BaseFacts): string {
  if (distro === 'fedora' && (release === undefined || Number(release) >= 41)) return '/var/cache/libdnf5';
  return managerCommand === 'microdnf' ? '/var/cache/yum' : '/var/cache/dnf';
}
