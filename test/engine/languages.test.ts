/**
 * Programs of Rust and Go from their registries, and packages of Ruby from a registry on the image's own disk (the public one may be out of reach): installed
 * for real, run, and without what they were made with.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageDefinition } from '../../src/spec/types.js';
import { describeEngine, docker } from '../support/engine.js';
import { imagewright } from '../support/project.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'imagewright-')));
const [image, registry, rubyImage] = ['languages-test:1', 'languages-gems:1', 'languages-ruby:1'];
const [repository, rImage] = ['languages-cran:1', 'languages-r:1'];

/** A gem with a part in C, and the index of a registry that has it. */
const GEMS = `FROM debian:bookworm-slim
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ruby
WORKDIR /srv/make
COPY <<'EOF' tide.gemspec
Gem::Specification.new do |s|
  s.name, s.version, s.summary, s.author, s.license = 'tide', '1.0', 'Tells the tide', 'A sailor', 'MIT'
  s.files, s.executables, s.extensions = Dir['ext/*'] + ['bin/tide'], ['tide'], ['ext/extconf.rb']
  s.bindir, s.homepage = 'bin', 'https://example.org'
end
EOF
COPY <<'EOF' ext/extconf.rb
require 'mkmf'
create_makefile('tide')
EOF
COPY <<'EOF' ext/tide.c
#include <ruby.h>
static VALUE level(VALUE self) { return rb_str_new_cstr("ebb"); }
void Init_tide(void) { rb_define_global_function("level", level, 0); }
EOF
COPY --chmod=755 <<'EOF' bin/tide
#!/usr/bin/env ruby
require 'tide'
puts level
EOF
RUN mkdir -p /srv/gems/gems && gem build tide.gemspec && mv tide-1.0.gem /srv/gems/gems/ && gem generate_index -d /srv/gems
FROM debian:bookworm-slim
COPY --from=0 /srv/gems /srv/gems
`;

/** A package of R with a part in C, and the index of a repository that has it. */
const CRAN = `FROM debian:trixie-slim AS make
WORKDIR /srv/make
COPY <<'EOF' tide/DESCRIPTION
Package: tide
Version: 1.0
Title: Tells the Tide
Author: A Sailor
Maintainer: A Sailor <sailor@example.org>
Description: Tells the tide.
License: MIT
NeedsCompilation: yes
EOF
COPY <<'EOF' tide/NAMESPACE
useDynLib(tide)
export(level)
EOF
COPY <<'EOF' tide/R/level.R
level <- function() .Call("level")
EOF
COPY <<'EOF' tide/src/tide.c
#include <Rinternals.h>
SEXP level(void) { return Rf_mkString("ebb"); }
EOF
COPY <<'EOF' /srv/cran/src/contrib/PACKAGES
Package: tide
Version: 1.0
NeedsCompilation: yes
EOF
RUN tar -czf /srv/cran/src/contrib/tide_1.0.tar.gz tide
FROM debian:trixie-slim
COPY --from=make /srv/cran /srv/cran
`;

function build(tag: string, definition: ImageDefinition): void {
  const [name, version] = tag.split(':');
  writeFileSync(join(folder, 'image.json'), JSON.stringify({ name, version, ...definition }));
  imagewright(['build', 'image.json'], folder);
}

const runIn = (tag: string, script: string) => docker(['run', '--rm', tag, 'sh', '-c', script]);

describeEngine('packages of languages', () => {
  beforeAll(() => {
    execFileSync('docker', ['build', '-q', '-t', registry, '-'], { input: GEMS });
    execFileSync('docker', ['build', '-q', '-t', repository, '-'], { input: CRAN });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    docker(['image', 'rm', '-f', image, registry, rubyImage, repository, rImage]);
  });

  it('of Rust and Go are compiled, run, and leave neither compiler nor cache', () => {
    build(image, { base: 'debian:trixie-slim', cargo: ['hexyl@0.8.0'], go: ['mvdan.cc/gofumpt@v0.7.0'] });
    expect(runIn(image, 'printf ebb | hexyl --border=none --color=never; printf "package main\\nfunc main( ) { }\\n" | gofumpt')).toBe(
      ' 00000000  65 62 62                                           ebb               \npackage main\n\nfunc main() {}\n',
    );
    expect(runIn(image, 'command -v cargo rustc go gcc; ls -d /var/cache/cargo /var/cache/go /opt/*; ls /usr/local/bin')).toBe('gofumpt\nhexyl\n');
  });

  it('of Ruby are compiled where there is a compiler, and run without one', () => {
    const base = { image: registry, distro: 'debian:bookworm' };
    build(rubyImage, { base, gem: { packages: ['tide:1.0'], source: 'file:///srv/gems' }, user: '12345' });
    expect(runIn(rubyImage, 'tide; gem list --quiet tide; command -v gcc make; id -u')).toBe('ebb\ntide (1.0)\n12345\n');
  });

  it('of R are compiled where there are compilers, and a missing one fails the build', () => {
    const base = { image: repository, distro: 'debian:trixie' };
    build(rImage, { base, r: { packages: ['tide'], repository: 'file:///srv/cran' }, user: '12345' });
    expect(runIn(rImage, "Rscript -e 'tide::level()'; command -v gcc make gfortran; id -u")).toBe('[1] "ebb"\n12345\n');
    expect(() => build(rImage, { base, r: { packages: ['nowhere'], repository: 'file:///srv/cran' } })).toThrow(
      'is not available for this version of R',
    );
  });
});
