/**
 * zypper, of openSUSE.
 *
 *     RUN zypper --non-interactive refresh && \
 *         zypper --non-interactive install --no-recommends curl && \
 *         zypper clean --all
 *
 * The cache mount saves the metadata of repositories; packages are kept only by a setting of the repository, which would stay in the image.
 */

import { parserOf, type SystemManager } from './package-manager.js';

/** `curl`, `curl=8.5.0`, `curl>=8`. */
const REQUEST = /^(?<name>[A-Za-z0-9_][A-Za-z0-9._+-]*)(?<version>(?:[<>]=?|=)(?:[A-Za-z0-9][A-Za-z0-9._+:~^-]*)?)?$/;

export const zypper: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'curl=8.5.0' or 'curl>=8'",
  pin: '=8.5.0',
  commands: (_base, recommends) => ({
    prepare: ['zypper --non-interactive refresh'],
    command: `zypper --non-interactive install ${recommends ? '--recommends' : '--no-recommends'}`,
    cacheOptions: [],
    noCacheOptions: [],
    cleanup: ['zypper clean --all'],
    caches: [{ type: 'cache', target: '/var/cache/zypp', sharing: 'locked' }],
    environment: [],
  }),
};
