/**
 * pacman, of Arch Linux.
 *
 *     RUN pacman -Syu --noconfirm --needed curl && \
 *         rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*
 *
 * Arch knows no partial upgrades, so that everything is upgraded along; only the newest version of a package is to be had. `rm` rather than
 * `pacman -Scc`: with --noconfirm that answers its own question with no.
 */

import { parserOf, type SystemManager } from './package-manager.js';

/** `git`, `extra/git`, `git>=2.45`. */
const REQUEST = /^(?<name>(?:[a-z0-9-]+\/)?[a-z0-9@_][a-z0-9@._+-]*)(?<version>(?:[<>]=?|=)(?:[A-Za-z0-9][A-Za-z0-9._+:~-]*)?)?$/;

export const pacman: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'extra/git' or 'git>=2.45'",
  pin: '>=8.5.0',
  commands: () => ({
    prepare: [],
    command: 'pacman -Syu --noconfirm --needed',
    cacheOptions: [],
    noCacheOptions: [],
    cleanup: ['rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/*'],
    caches: [
      { type: 'cache', target: '/var/cache/pacman/pkg', sharing: 'locked' },
      { type: 'cache', target: '/var/lib/pacman/sync', sharing: 'locked' },
    ],
    environment: [],
  }),
};
