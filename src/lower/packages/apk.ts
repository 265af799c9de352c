/**
 * apk, of Alpine Linux.
 *
 *     RUN apk add --update-cache --no-cache curl
 *
 * Nothing is recommended there, so that there is nothing to leave out. Its index is fetched by the same command that installs.
 *
 * A repository is a line of a file of its own. Its key keeps the name of its file: the index says by that name what it is signed with.
 *
 *     COPY <<'EOF' /etc/apk/repositories.d/packages-example-org-edge-testing.list
 *     @edge https://packages.example.org/edge/testing
 *     EOF
 */

import { posix } from 'node:path';
import { parserOf, type SystemManager } from './package-manager.js';

/** `curl`, `curl=8.5.0-r0`, `curl~8`, `curl>8.4`, `tool@edge` (from a tagged repository). */
const REQUEST = /^(?<name>[A-Za-z0-9_][A-Za-z0-9._+-]*(?:@[a-z0-9_-]+)?)(?<version>(?:[<>]=?|~=?|=)(?:[A-Za-z0-9][A-Za-z0-9._+-]*)?)?$/;

export const apk: SystemManager = {
  parse: parserOf(REQUEST),
  examples: "'git', 'curl=8.5.0-r0' or 'curl~8'",
  pin: '=8.5.0-r0',
  keyFile: (_repository, { source }) => `/etc/apk/keys/${'file' in source ? posix.basename(source.file) : urlName(source.url)}`,
  repositoryFile: ({ name, uri, tag }) => ({
    to: `/etc/apk/repositories.d/${name}.list`,
    content: `${tag === undefined ? '' : `@${tag} `}${uri}\n`,
  }),
  commands: ({ release }) => ({
    prepare: [],
    command: 'apk add --update-cache',
    cacheOptions: ['--cache-dir=/var/cache/apk'],
    noCacheOptions: ['--no-cache'],
    cleanup: [],
    traces: hasLog(release) ? ['rm -f /var/log/apk.log'] : [],
    caches: [{ type: 'cache', target: '/var/cache/apk', sharing: 'locked' }],
    environment: [],
  }),
};

/** apk 3, which Alpine has since 3.23, writes one. */
function hasLog(release: string | undefined): boolean {
  return release === undefined || release === 'edge' || Number(release.slice(2)) >= 23;
}

function urlName(url: string): string {
  return posix.basename(url.replace(/[?#].*/s, '')).replaceAll('%40', '@');
}
