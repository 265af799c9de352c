/** Fedora, Red Hat Enterprise Linux (as UBI) and what is rebuilt from it: CentOS Stream, Rocky Linux, AlmaLinux. */

import type { BaseFacts, BaseUser } from '../facts.js';

export type RedHatDistro = 'fedora' | 'rhel' | 'rockylinux' | 'almalinux' | 'centos';

const TITLES: Readonly<Record<RedHatDistro, string>> = {
  fedora: 'Fedora',
  rhel: 'Red Hat Universal Base Image',
  rockylinux: 'Rocky Linux',
  almalinux: 'AlmaLinux',
  centos: 'CentOS Stream',
};

/** Accounts of the package setup. */
const USERS: readonly BaseUser[] = [
  { name: 'root', uid: 0, gid: 0 },
  { name: 'bin', uid: 1, gid: 1 },
  { name: 'daemon', uid: 2, gid: 2 },
  { name: 'adm', uid: 3, gid: 4 },
  { name: 'lp', uid: 4, gid: 7 },
  { name: 'sync', uid: 5, gid: 0 },
  { name: 'shutdown', uid: 6, gid: 0 },
  { name: 'halt', uid: 7, gid: 0 },
  { name: 'mail', uid: 8, gid: 12 },
  { name: 'operator', uid: 11, gid: 0 },
  { name: 'games', uid: 12, gid: 100 },
  { name: 'ftp', uid: 14, gid: 50 },
  { name: 'nobody', uid: 65534, gid: 65534 },
];

/** `40`, `9`, `9.4`, `9.3.20231119`, `stream9`: the number with its minor part, if it has one. */
export function redHatRelease(word: string): string | undefined {
  return /^(?:stream)?(\d{1,2}(?:\.\d+)?)(?:[.-]20\d{6})?$/.exec(word)?.[1];
}

export function redHatFacts(distro: RedHatDistro, release?: string, variant: 'full' | 'minimal' = 'full'): BaseFacts {
  return {
    distro,
    title: TITLES[distro],
    ...(release === undefined ? {} : { release }),
    manager: 'dnf',
    ...(variant === 'minimal' ? { managerCommand: 'microdnf' } : {}),
    python: pythonOf(distro, release),
    // None of them marks its python; Fedora discussed it in 2022 and did not. What came after the releases known here is not certain.
    pep668: release === undefined,
    users: USERS,
    usersComplete: true,
    accounts: variant === 'minimal' ? { command: 'useradd', package: 'shadow-utils' } : { command: 'useradd' },
    trust: {
      folder: '/etc/pki/ca-trust/source/anchors',
      bundle: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
      update: 'update-ca-trust',
    },
    zones: 'tzdata',
    locales: { kind: 'packaged', package: 'glibc-langpack-', isOfLanguage: true },
    dockerClean: false,
    shell: '/bin/sh',
  };
}

/** python3 of release 8 is 3.6, which today's packages have left behind. */
function pythonOf(distro: RedHatDistro, release: string | undefined): BaseFacts['python'] {
  const isOld = distro !== 'fedora' && /^8(?:\.|$)/.test(release ?? '');
  const command = isOld ? 'python3.11' : 'python3';
  return { kind: 'distro', command, packages: [command], venvPackages: [], pipPackages: [`${command}-pip`] };
}
