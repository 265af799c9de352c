/**
 * Package managers whose distributions cannot be had here, run by Debian's packages of them: what the compiler writes installs a package from a repository that
 * the test makes, enables a module and an extra repository on the way, and leaves nothing in the folders of the caches.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';

const managers = `managers-test:${process.pid}`;
const image = `managers-test-installed:${process.pid}`;

/**
 * In the place of each distribution: the managers, and for each a repository with the package "tide", whose program says "ebb". dnf sees it only where the module
 * that it is of is enabled, and the repository "crb".
 */
const STAND_IN = `FROM debian:trixie-slim
RUN apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        createrepo-c dnf libarchive-tools makepkg pacman-package-manager rpm xz-utils zypper
COPY <<'EOF' /package.spec
Name: %{name}
Version: 1.0
Release: 1
Summary: For a test
License: MIT
BuildArch: noarch
AutoReqProv: no
%description
For a test
%install
mkdir -p %{buildroot}/usr/bin
printf '#!/bin/sh\necho ebb\n' > %{buildroot}/usr/bin/%{name}
chmod 755 %{buildroot}/usr/bin/%{name}
%files
/usr/bin/%{name}
EOF
COPY <<'EOF' /modules.yaml
---
document: modulemd
version: 2
data:
  name: sea
  stream: "20"
  version: 1
  context: test
  arch: noarch
  summary: For a test
  description: For a test
  license: { module: [MIT] }
  artifacts: { rpms: [tide-0:1.0-1.noarch] }
...
EOF
COPY <<'EOF' /etc/yum.repos.d/test.repo
[test]
name=test
baseurl=file:///repositories/base
gpgcheck=0
[crb]
name=crb
baseurl=file:///repositories/extra
enabled=0
gpgcheck=0
EOF
COPY <<'EOF' /etc/zypp/repos.d/test.repo
[test]
name=test
baseurl=file:///repositories/extra
enabled=1
gpgcheck=0
EOF
COPY <<'EOF' /etc/pacman.conf
[options]
Architecture = auto
SigLevel = Never
[test]
Server = file:///repositories/pacman
EOF
COPY <<'EOF' /tide/.PKGINFO
pkgname = tide
pkgver = 1.0-1
pkgdesc = For a test
builddate = 1700000000
arch = any
EOF
RUN <<'EOF'
set -e
for pair in base/epel-release extra/tide; do
  rpmbuild -bb --define "name \${pair#*/}" --define "_topdir /build" --define "_rpmdir /repositories/\${pair%/*}" /package.spec
done
for repository in base extra; do createrepo_c /repositories/$repository; done
modifyrepo_c --mdtype=modules /modules.yaml /repositories/base/repodata
mkdir -p /tide/usr/bin /repositories/pacman
printf '#!/bin/sh\necho ebb\n' > /tide/usr/bin/tide
chmod 755 /tide/usr/bin/tide
cd /tide
bsdtar -cJf /repositories/pacman/tide-1.0-1-any.pkg.tar.xz .PKGINFO usr
repo-add /repositories/pacman/test.db.tar.gz /repositories/pacman/*.xz
echo 'module_platform_id=platform:el9' >> /etc/dnf/dnf.conf
EOF
`;

interface Definition {
  readonly base: string;
  readonly [field: string]: unknown;
}

const dnf = { packages: ['tide'], epel: true, modules: ['sea:20'] } as const;

const definitions = [
  ['dnf, with EPEL and a module', { base: 'rockylinux:9', dnf }],
  ['zypper', { base: 'opensuse/leap:15.6', zypper: ['tide'] }],
  ['pacman', { base: 'archlinux:base', pacman: ['tide'] }],
] as const;

const rows = definitions.flatMap(([name, definition]) => (['cache', 'fewest'] as const).map((layers) => [name, layers, definition] as const));

/** Where each keeps what it has downloaded; dnf leaves two lists with nothing in them. */
const CACHED = 'find /var/cache/dnf /var/cache/libdnf5 /var/cache/zypp /var/cache/pacman /var/lib/pacman/sync -type f -size +8c 2>/dev/null; tide';

describeEngine('managers of other distributions', () => {
  const context = mkdtempSync(join(tmpdir(), 'managers-'));

  beforeAll(() => void docker(['build', '--quiet', '--tag', managers, '-'], { input: STAND_IN }));

  afterAll(() => {
    docker(['image', 'rm', '--force', managers, image]);
    rmSync(context, { recursive: true, force: true });
  });

  function build(definition: Definition): void {
    const result = compile(definition as ImageDefinition, { comments: false });
    if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
    const file = join(context, 'Dockerfile');
    writeFileSync(file, result.dockerfile);
    const base = `${definition.base}=docker-image://${managers}`;
    docker(['build', '--quiet', '--no-cache', '--build-context', base, '--file', file, '--tag', image, context]);
  }

  it.each(rows)('%s, layers: %s', (_, layers, definition) => {
    build({ ...definition, layers });
    expect(docker(['run', '--rm', image, 'sh', '-c', CACHED])).toBe('ebb\n');
  });

  it.each(['epel', 'modules'] as const)('dnf finds nothing without %s', (field) => {
    expect(() => build({ base: 'rockylinux:9', dnf: { ...dnf, [field]: undefined } })).toThrow('dnf install');
  });
});
