/**
 * dnf, of Fedora, Red Hat Enterprise Linux and its kin; microdnf in their minimal images.
 *
 *     RUN dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs curl && \
 *         dnf clean all
 *
 * `--setopt=tsflags=nodocs` rather than `--nodocs`: dnf 4, dnf 5 and microdnf all take it. Streams of modules are enabled, and EPEL is made known, right
 * before: `dnf module enable -y nodejs:20`, `dnf install -y … epel-release`. What EPEL builds on is asked for in the one command only (`--enablerepo=crb`).
 *
 * Refuses modules and EPEL where there are none.
 */

import type { BaseFacts } from '../../bases/index.js';
import type { Report } from '../../diagnostics.js';
import type { Located, Origin } from '../../origin.js';
import { rpmRepository } from '../rpm-repository.js';
import { parserOf, type SystemManager } from './package-manager.js';

/** `curl`, `curl-8.5.0`, `glibc.i686`, `nodejs-1:20.1`, `@development-tools`: a version is part of the name. */
const REQUEST = /^(?<name>@?[A-Za-z0-9_](?:[A-Za-z0-9._+:~^-]*[A-Za-z0-9_+])?)$/;

export const dnf: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'curl-8.5.0', 'glibc.i686' or '@development-tools'",
  pin: '-8.5.0',
  keyFile: (repository, { armored }) => `/etc/pki/rpm-gpg/${repository}.${armored ? 'asc' : 'gpg'}`,
  repositoryFile: (repository) => ({ to: `/etc/yum.repos.d/${repository.name}.repo`, content: rpmRepository(repository) }),
  check: ({ epel, modules }, base, report) => {
    if (epel !== undefined) checkEpel(epel, base, report);
    checkModules(modules, base, report);
  },
  commands: (base, { recommends, modules, epel }) => {
    const dnfCommand = base.managerCommand ?? 'dnf';
    const command = `${dnfCommand} install -y${recommends ? '' : ' --setopt=install_weak_deps=False'} --setopt=tsflags=nodocs`;
    return {
      prepare: [
        ...(epel ? [`${command} epel-release`] : []),
        ...(modules.length === 0 ? [] : [`${dnfCommand} module enable -y ${[...modules].sort().join(' ')}`]),
      ],
      command: epel ? `${command} --enablerepo=${majorOf(base) === 8 ? 'powertools' : 'crb'}` : command,
      cacheOptions: ['--setopt=keepcache=True'],
      noCacheOptions: [],
      cleanup: [`${dnfCommand} clean all`],
      traces: ['rm -rf /var/cache/ldconfig/aux-cache /var/log/dnf* /var/log/hawkey.log'],
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

function majorOf({ release }: BaseFacts): number | undefined {
  return release === undefined ? undefined : Math.floor(Number(release));
}

function checkEpel(origin: Origin, base: BaseFacts, report: Report): void {
  if (base.distro === 'fedora') {
    report.error('no-epel', origin, {
      message: 'EPEL is for Enterprise Linux, and this is Fedora',
      hint: 'leave it out: Fedora has those packages itself',
    });
  } else if (base.distro === 'rhel') {
    report.error('no-epel', origin, {
      message: `${base.title} has no package "epel-release"`,
      hint: "name it as a repository, with its key: repositories: [{ name: 'epel', uri: 'https://…/$basearch/', key: { url, sha256 } }]",
    });
  } else if (base.release === undefined) {
    report.error('unknown-release', origin, {
      message: 'what EPEL builds on depends on the release, and the tag of the base does not say it',
      hint: "say it: base: { image: …, distro: 'rockylinux:9' }",
    });
  }
}

/** Fedora has had none since release 39, and Enterprise Linux since 10. */
function checkModules(modules: readonly Located<string>[], base: BaseFacts, report: Report): void {
  const [first] = modules;
  const major = majorOf(base);
  const isPast = base.distro === 'fedora' ? major === undefined || major >= 39 : major !== undefined && major >= 10;
  if (first && isPast) {
    report.error('no-modules', first.origin, {
      message: `"${first.value}" is a stream of a module, and ${base.title}${base.release === undefined ? '' : ` ${base.release}`} has no modules`,
      hint: `name the package under "packages": '${first.value.replace(':', '')}', perhaps`,
    });
  }
  const names = modules.map(({ value }) => value.split(':')[0]);
  const second = modules.find((_, index) => names.indexOf(names[index]) < index);
  if (!second) return;
  report.error('conflicting-modules', second.origin, {
    message: `"${second.value}" is a second stream of one module`,
    hint: `only one can be enabled: keep this, or "${modules[names.indexOf(second.value.split(':')[0])]!.value}"`,
  });
}
