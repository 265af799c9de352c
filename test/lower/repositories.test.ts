import { describe, expect, it, test } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { dockerfile } from './dockerfile.js';
import { at, faults, stage, system } from './specs.js';

const sha256 = '0123456789abcdef'.repeat(4);
const key = { url: 'https://packages.example.org/key.asc', sha256 };

describe('for apt', () => {
  const definition: ImageDefinition = {
    base: 'debian:bookworm-slim',
    apt: {
      packages: ['tool=1.*', 'git/bookworm-backports'],
      repositories: [
        { uri: 'https://packages.example.org/debian', suites: 'bookworm', components: ['main'], architectures: 'amd64', key },
        {
          name: 'backports',
          uri: 'http://mirror.example.org/debian',
          suites: ['bookworm-backports'],
          components: 'main',
          key: '/usr/share/keyrings/debian-archive-keyring.gpg',
        },
      ],
    },
  };

  const setUp = `ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/key.asc /etc/apt/keyrings/packages-example-org-debian.asc

COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-debian.sources
Types: deb
URIs: https://packages.example.org/debian
Suites: bookworm
Components: main
Architectures: amd64
Signed-By: /etc/apt/keyrings/packages-example-org-debian.asc
EOF

COPY <<'EOF' /etc/apt/sources.list.d/backports.sources
Types: deb
URIs: http://mirror.example.org/debian
Suites: bookworm-backports
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
EOF
`;

  it('has certificates first, then what makes them known, then one installation', () => {
    expect(dockerfile(definition)).toBe(`FROM debian:bookworm-slim

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        ca-certificates && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

${setUp}
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update -o APT::Update::Error-Mode=any && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        git/bookworm-backports \\
        'tool=1.*' && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`);
  });

  it('keeps that order with fewest layers, and cleans up each', () => {
    expect(dockerfile({ ...definition, layers: 'fewest' })).toBe(`FROM debian:bookworm-slim

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log

${setUp}
RUN apt-get update -o APT::Update::Error-Mode=any && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        git/bookworm-backports \\
        'tool=1.*' && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`);
  });

  it('keeps it as written', () => {
    expect(dockerfile({ ...definition, layers: 'as-written' })).toBe(`FROM debian:bookworm-slim

RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates

${setUp}
RUN apt-get update -o APT::Update::Error-Mode=any && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        'tool=1.*' \\
        git/bookworm-backports
`);
  });

  it('needs no certificates without https, copies a key of the context, and says what each part is for', () => {
    const repositories = [{ uri: 'http://packages.example.org/flat', suites: './', key: { file: 'keys/example.gpg' } }] as const;
    const commented = {
      base: 'debian:bookworm-slim',
      layers: 'fewest',
      dockerfile: { comments: true },
      apt: { packages: ['tool'], repositories },
    } as const;
    expect(dockerfile(commented)).toBe(`FROM debian:bookworm-slim

# Repository "packages-example-org-flat"
COPY --chmod=644 keys/example.gpg /etc/apt/keyrings/packages-example-org-flat.gpg

COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-flat.sources
Types: deb
URIs: http://packages.example.org/flat
Suites: ./
Signed-By: /etc/apt/keyrings/packages-example-org-flat.gpg
EOF

# System packages
RUN apt-get update -o APT::Update::Error-Mode=any && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends tool && \\
    rm -rf /var/lib/apt/lists/* && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`);
  });

  it('makes repositories known to a run that installs by itself', () => {
    const repositories = [{ uri: 'http://packages.example.org/flat', suites: './', key: '/usr/share/keyrings/x.gpg' }] as const;
    expect(dockerfile({ base: 'debian:bookworm-slim', apt: { repositories } })).toBe(`FROM debian:bookworm-slim

COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-flat.sources
Types: deb
URIs: http://packages.example.org/flat
Suites: ./
Signed-By: /usr/share/keyrings/x.gpg
EOF
`);
  });
});

test('for apk, by a file of their own; the key keeps its name, and is there once', () => {
  const signed = { url: 'https://packages.example.org/keys/team%40example.org.rsa.pub?v=1', sha256 };
  const repositories = [
    { uri: 'https://packages.example.org/edge/main', key: signed },
    { uri: 'https://packages.example.org/edge/testing', tag: 'edge', key: signed },
  ];
  expect(dockerfile({ base: 'alpine:3.20', apk: { packages: ['tool@edge'], repositories } })).toBe(`FROM alpine:3.20

ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/keys/team%40example.org.rsa.pub?v=1 /etc/apk/keys/team@example.org.rsa.pub

COPY <<'EOF' /etc/apk/repositories.d/packages-example-org-edge-main.list
https://packages.example.org/edge/main
EOF

COPY <<'EOF' /etc/apk/repositories.d/packages-example-org-edge-testing.list
@edge https://packages.example.org/edge/testing
EOF

RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \\
    apk add --update-cache --cache-dir=/var/cache/apk tool@edge
`);
});

test('for dnf, with modules and EPEL', () => {
  const repositories = [{ uri: 'https://packages.example.org/el9/$basearch/', key }];
  const dnf = { packages: ['nodejs', 'htop'], modules: ['nodejs:20'], epel: true, repositories };
  expect(dockerfile({ base: 'rockylinux:9', layers: 'fewest', dnf })).toBe(`FROM rockylinux:9

ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/key.asc /etc/pki/rpm-gpg/packages-example-org-el9.asc

COPY <<'EOF' /etc/yum.repos.d/packages-example-org-el9.repo
[packages-example-org-el9]
name=packages-example-org-el9
baseurl=https://packages.example.org/el9/$basearch/
enabled=1
gpgcheck=1
gpgkey=file:///etc/pki/rpm-gpg/packages-example-org-el9.asc
EOF

RUN dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs epel-release && \\
    dnf module enable -y nodejs:20 && \\
    dnf install -y --setopt=install_weak_deps=False --setopt=tsflags=nodocs --enablerepo=crb \\
        htop \\
        nodejs && \\
    dnf clean all && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/dnf* /var/log/hawkey.log
`);
});

test('for zypper, whose keys rpm is told of', () => {
  const zypper = { packages: ['tool'], repositories: [{ uri: 'https://packages.example.org/leap/$releasever/', key }] };
  expect(dockerfile({ base: 'opensuse/leap:15.6', layers: 'fewest', zypper })).toBe(`FROM opensuse/leap:15.6

ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/key.asc /etc/zypp/keys/packages-example-org-leap.asc

COPY <<'EOF' /etc/zypp/repos.d/packages-example-org-leap.repo
[packages-example-org-leap]
name=packages-example-org-leap
baseurl=https://packages.example.org/leap/$releasever/
enabled=1
gpgcheck=1
gpgkey=file:///etc/zypp/keys/packages-example-org-leap.asc
EOF

RUN rpm --import /etc/zypp/keys/packages-example-org-leap.asc && \\
    zypper --non-interactive refresh && \\
    zypper --non-interactive install --no-recommends tool && \\
    zypper clean --all && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/zypp/* /var/log/zypper.log
`);
});

describe('for pacman', () => {
  const fingerprint = '0123456789ABCDEF0123456789ABCDEF01234567';
  const repositories = [{ name: 'example', uri: 'https://packages.example.org/$repo/$arch', key: { ...key, fingerprint } }];
  const files = `ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/key.asc /etc/pacman.d/keys/example.asc

COPY <<'EOF' /etc/pacman.d/example.conf
[example]
Server = https://packages.example.org/$repo/$arch
EOF
`;
  const trust = `pacman-key --init && \\
    pacman-key --add /etc/pacman.d/keys/example.asc && \\
    pacman-key --lsign-key ${fingerprint} && \\
    rm -rf /etc/pacman.d/gnupg/openpgp-revocs.d /etc/pacman.d/gnupg/private-keys-v1.d && \\
    printf '\\nInclude = %s\\n' /etc/pacman.d/example.conf >> /etc/pacman.conf`;

  it('trusts the key by its fingerprint and keeps no private one', () => {
    const pacman = { packages: ['tool'], repositories };
    expect(dockerfile({ base: 'archlinux:base', layers: 'fewest', pacman })).toBe(`FROM archlinux:base

${files}
RUN ${trust} && \\
    pacman -Syu --noconfirm --needed tool && \\
    rm -rf /var/cache/pacman/pkg/* /var/lib/pacman/sync/* && \\
    rm -f /var/cache/ldconfig/aux-cache /var/log/pacman.log
`);
  });

  it('does so where nothing is installed from it here', () => {
    expect(dockerfile({ base: 'archlinux:base', pacman: { repositories } })).toBe(`FROM archlinux:base

${files}
RUN ${trust}
`);
  });
});

test('get names that no other has, and refuse one that is taken', () => {
  const named = [0, 1].map((index) => ({
    name: 'tools',
    uri: `http://packages.example.org/${index}`,
    suites: ['x'],
    components: ['main'],
    architectures: [],
    origin: at('apt', 'repositories', index),
  }));
  expect(faults(stage('debian:bookworm', { system: [system('apt', ['git'], { repositories: named })] }))).toEqual([
    'taken-name: "tools" is the name of apt.repositories[0] already | give one of them another name',
  ]);
  const repositories = ['a', 'b'].map((suites) => ({ uri: 'http://packages.example.org/a', suites, components: 'main', key: '/x.gpg' as const }));
  expect(dockerfile({ base: 'debian:bookworm', apt: { repositories } }).match(/sources\.list\.d\/\S+/g)).toEqual([
    'sources.list.d/packages-example-org-a.sources',
    'sources.list.d/packages-example-org-a-2.sources',
  ]);
});

test('go with packages for building to the stage that builds', () => {
  const repositories = [{ uri: 'http://packages.example.org/flat', suites: './', key: '/usr/share/keyrings/x.gpg' }] as const;
  const text = dockerfile({ base: 'debian:bookworm-slim', apt: { build: ['gcc'], repositories }, pip: ['pyyaml'] });
  expect(text.match(/^(?:FROM .*|COPY <<.*)$/gm)).toEqual([
    'FROM debian:bookworm-slim AS build',
    "COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-flat.sources",
    'FROM debian:bookworm-slim',
    "COPY <<'EOF' /etc/apt/sources.list.d/packages-example-org-flat.sources",
  ]);
});
