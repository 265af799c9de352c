/**
 * pacman, of Arch Linux.
 *
 *     RUN pacman -Syu --noconfirm --needed curl && \
 *         rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*
 *
 * Arch knows no partial upgrades, so that everything is upgraded along; only the newest version of a package is to be had. `rm` rather than
 * `pacman -Scc`: with --noconfirm that answers its own question with no.
 *
 * A repository is a section in a file of its own, which `/etc/pacman.conf` includes. Its key is signed by one that pacman makes for this image, whose
 * private half is taken away again:
 *
 *     RUN pacman-key --init && \
 *         pacman-key --add /etc/pacman.d/keys/example.asc && \
 *         pacman-key --lsign-key 0123456789ABCDEF0123456789ABCDEF01234567 && \
 *         rm -rf /etc/pacman.d/gnupg/openpgp-revocs.d /etc/pacman.d/gnupg/private-keys-v1.d && \
 *         printf '\nInclude = %s\n' /etc/pacman.d/example.conf >> /etc/pacman.conf && …
 */

import { parserOf, type NamedRepository, type SystemManager } from './package-manager.js';

/** `git`, `extra/git`, `git>=2.45`. */
const REQUEST = /^(?<name>(?:[a-z0-9-]+\/)?[a-z0-9@_][a-z0-9@._+-]*)(?<version>(?:[<>]=?|=)(?:[A-Za-z0-9][A-Za-z0-9._+:~-]*)?)?$/;

export const pacman: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'extra/git' or 'git>=2.45'",
  pin: '>=8.5.0',
  keyFile: (repository, { armored }) => `/etc/pacman.d/keys/${repository}.${armored ? 'asc' : 'gpg'}`,
  repositoryFile: (repository) => ({ to: fileOf(repository), content: `[${repository.name}]\nServer = ${repository.uri}\n` }),
  trust: (repositories) => [
    ...keyCommands(repositories),
    ...repositories.map((repository) => `printf '\\nInclude = %s\\n' ${fileOf(repository)} >> /etc/pacman.conf`),
  ],
  commands: () => ({
    prepare: [],
    command: 'pacman -Syu --noconfirm --needed',
    cacheOptions: [],
    noCacheOptions: [],
    cleanup: ['rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*'],
    traces: ['rm -f /var/cache/ldconfig/aux-cache /var/log/pacman.log'],
    caches: [
      { type: 'cache', target: '/var/cache/pacman/pkg', sharing: 'locked' },
      { type: 'cache', target: '/var/lib/pacman/sync', sharing: 'locked' },
    ],
    environment: [],
  }),
};

function fileOf({ name }: NamedRepository): string {
  return `/etc/pacman.d/${name}.conf`;
}

function keyCommands(repositories: readonly NamedRepository[]): readonly string[] {
  const keys = repositories.flatMap(({ key, keyFile }) =>
    key?.kind === 'file' && key.fingerprint !== undefined && keyFile !== undefined ? [{ keyFile, fingerprint: key.fingerprint }] : [],
  );
  if (keys.length === 0) return [];
  return [
    'pacman-key --init',
    ...keys.flatMap(({ keyFile, fingerprint }) => [`pacman-key --add ${keyFile}`, `pacman-key --lsign-key ${fingerprint}`]),
    'rm -rf /etc/pacman.d/gnupg/openpgp-revocs.d /etc/pacman.d/gnupg/private-keys-v1.d',
  ];
}
