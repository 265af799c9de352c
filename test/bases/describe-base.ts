/** What is known of an image as one line, so that tables of tags can be compared whole. */

import { baseFacts } from '../../src/bases/base-facts.js';

/** `debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh`, then the accounts from uid 1000 on, or of an unknown uid, but nobody. */
export function describeBase(reference: string, distro?: string): string {
  const facts = baseFacts(reference, distro);
  if (!facts) return 'unknown';
  const { release = '?', manager = 'no manager', managerCommand = manager, python } = facts;
  const accounts = facts.users.filter(({ name, uid }) => name !== '_apt' && name !== 'nobody' && (uid === undefined || uid >= 1000));
  const parts = [
    managerCommand,
    python.kind === 'distro' ? [...python.packages, ...python.venvPackages].join(' ') : `${python.kind} python`,
    ...(facts.pep668 ? ['PEP 668'] : []),
    ...(facts.dockerClean ? ['docker-clean'] : []),
    facts.shell ?? 'no shell',
    ...accounts.map(({ name, uid = '?' }) => `${name} ${uid}`),
    ...(facts.usersComplete ? [] : ['perhaps more accounts']),
    ...(facts.defaultUser === undefined ? [] : [`runs as ${facts.defaultUser}`]),
  ];
  return `${facts.distro} ${release}: ${parts.join(', ')}`;
}
