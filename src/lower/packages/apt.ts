/**
 * apt, of Debian and Ubuntu.
 *
 *     RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \
 *         apt-get update && \
 *         DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index curl
 *
 * `/var/lib/apt` as a whole is no cache: it holds which packages were asked for and which only came along. DEBIAN_FRONTEND is for the one command: in the
 * image's environment it would outlive the build. Official images empty the usual folder of the archives after each run, and keep no index of the lists, without
 * which each apt-get reads all of them anew (0.6 s of processor time); so both go to names of their own. The index of what is installed is not kept: stages share
 * the cache, and differ in that.
 *
 * A repository is a deb822 file; its key is good for it alone:
 *
 *     ADD --checksum=sha256:… --chmod=644 https://packages.example.org/key.asc /etc/apt/keyrings/packages-example-org-debian.asc
 *     COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-debian.sources
 *     Types: deb
 *     URIs: https://packages.example.org/debian
 *     Suites: bookworm
 *     Components: main
 *     Signed-By: /etc/apt/keyrings/packages-example-org-debian.asc
 *     EOF
 *     RUN apt-get update -o APT::Update::Error-Mode=any && …
 *
 * The option, for apt alone would only warn of a repository whose key is not its own (or not any more) and take the lists of an earlier build, from the cache.
 */

import { parserOf, type SystemManager } from './package-manager.js';

/** `g++`, `libc6:i386`, `curl=8.*`, `git/bookworm-backports`. A dash at the end would remove the package. */
const REQUEST = /^(?<name>[a-z0-9][a-z0-9+.-]*[a-z0-9+.](?::[a-z0-9]+)?)(?<version>=|=[A-Za-z0-9][A-Za-z0-9.+:~*-]*|\/|\/[a-z][a-z0-9.+-]*)?$/;

export const apt: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'g++', 'libc6:i386', 'curl=8.*' or 'git/bookworm-backports'",
  pin: '=8.5.0-2',
  // apt tells by the ending whether a key is text.
  keyFile: (repository, { armored }) => `/etc/apt/keyrings/${repository}.${armored ? 'asc' : 'gpg'}`,
  repositoryFile: ({ name, uri, suites, components, architectures, keyFile }) => ({
    to: `/etc/apt/sources.list.d/${name}.sources`,
    content: [
      'Types: deb',
      `URIs: ${uri}`,
      `Suites: ${suites.join(' ')}`,
      ...(components.length === 0 ? [] : [`Components: ${components.join(' ')}`]),
      ...(architectures.length === 0 ? [] : [`Architectures: ${architectures.join(' ')}`]),
      ...(keyFile === undefined ? [] : [`Signed-By: ${keyFile}`]),
      '',
    ].join('\n'),
  }),
  commands: ({ dockerClean }, { recommends, hasRepositories }) => ({
    prepare: [hasRepositories ? 'apt-get update -o APT::Update::Error-Mode=any' : 'apt-get update'],
    command: recommends ? 'apt-get install -y' : 'apt-get install -y --no-install-recommends',
    cacheOptions: dockerClean ? ['-o Dir::Cache::archives=kept', '-o Dir::Cache::srcpkgcache=kept.index'] : [],
    noCacheOptions: [],
    cleanup: [...(dockerClean ? [] : ['apt-get clean']), 'rm -rf /var/lib/apt/lists/*'],
    traces: ['rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log'],
    caches: [
      { type: 'cache', target: '/var/cache/apt', sharing: 'locked' },
      { type: 'cache', target: '/var/lib/apt/lists', sharing: 'locked' },
    ],
    environment: [{ name: 'DEBIAN_FRONTEND', value: 'noninteractive' }],
  }),
};
