import { expect, test } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { at, faults, stage, system } from './specs.js';

const key = { kind: 'keyring' as const, path: '/usr/share/keyrings/deadsnakes.gpg', origin: at('apt', 'ppas', 0, 'key') };
const ppas = [{ owner: 'deadsnakes', archive: 'ppa', key, origin: at('apt', 'ppas', 0) }];

test('a PPA is a repository of the release that the base has', () => {
  const compiled = compile({
    base: 'ubuntu:24.04',
    layers: 'fewest',
    dockerfile: { comments: false },
    apt: { packages: ['python3.13'], ppas: [{ ppa: 'ppa:deadsnakes/ppa', key: { file: 'deadsnakes.asc' } }] },
  });
  expect(compiled.ok && compiled.dockerfile.split('\n').slice(3).join('\n')).toBe(`FROM ubuntu:24.04

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

COPY --chmod=644 deadsnakes.asc /etc/apt/keyrings/deadsnakes-ppa.asc

COPY <<'EOF' /etc/apt/sources.list.d/deadsnakes-ppa.sources
Types: deb
URIs: https://ppa.launchpadcontent.net/deadsnakes/ppa/ubuntu
Suites: noble
Components: main
Signed-By: /etc/apt/keyrings/deadsnakes-ppa.asc
EOF

RUN apt-get update -o APT::Update::Error-Mode=any && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends python3.13 && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`);
});

test.each([
  [
    'debian:bookworm',
    'not-ubuntu: "debian:bookworm" is Debian, and a PPA is built for Ubuntu | name a repository for it under "repositories", or begin with an image of Ubuntu',
  ],
  [
    'ubuntu:latest',
    'unknown-release: a PPA has a suite for each release of Ubuntu, and "ubuntu:latest" does not say its release | ' +
      "say it: base: { image: 'ubuntu:latest', distro: 'ubuntu:24.04' }",
  ],
])('is refused on %s', (base, expected) => {
  expect(faults(stage(base, { system: [system('apt', ['git'], { ppas })] }))).toEqual([expected]);
});
