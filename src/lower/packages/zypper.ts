/**
 * zypper, of openSUSE.
 *
 *     RUN zypper --non-interactive refresh && \
 *         zypper --non-interactive install --no-recommends curl && \
 *         zypper clean --all
 *
 * The cache mount saves the metadata of repositories; packages are kept only by a setting of the repository, which would stay in the image.
 *
 * The key of a repository is made known to rpm before anything is fetched; zypper then asks about no other.
 *
 *     RUN rpm --import /etc/zypp/keys/packages-example-org-leap.asc && \
 *         zypper --non-interactive refresh && …
 */

import { shellWord } from '../../shell-word.js';
import { rpmRepository } from '../rpm-repository.js';
import { parserOf, type SystemManager } from './package-manager.js';

/** `curl`, `curl=8.5.0`, `curl>=8`. */
const REQUEST = /^(?<name>[A-Za-z0-9_][A-Za-z0-9._+-]*)(?<version>(?:[<>]=?|=)(?:[A-Za-z0-9][A-Za-z0-9._+:~^-]*)?)?$/;

export const zypper: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'curl=8.5.0' or 'curl>=8'",
  pin: '=8.5.0',
  keyFile: (repository, { armored }) => `/etc/zypp/keys/${repository}.${armored ? 'asc' : 'gpg'}`,
  repositoryFile: (repository) => ({ to: `/etc/zypp/repos.d/${repository.name}.repo`, content: rpmRepository(repository) }),
  trust: (repositories) => repositories.flatMap(({ keyFile }) => (keyFile === undefined ? [] : [`rpm --import ${shellWord(keyFile)}`])),
  commands: (_base, { recommends }) => ({
    prepare: ['zypper --non-interactive refresh'],
    command: `zypper --non-interactive install ${recommends ? '--recommends' : '--no-recommends'}`,
    cacheOptions: [],
    noCacheOptions: [],
    cleanup: ['zypper clean --all'],
    traces: ['rm -rf /var/cache/ldconfig/aux-cache /var/log/zypp/* /var/log/zypper.log'],
    caches: [{ type: 'cache', target: '/var/cache/zypp', sharing: 'locked' }],
    environment: [],
  }),
};
