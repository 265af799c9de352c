import { describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

/** The Dockerfile without its header and comments, and what is said of it. */
function written(definition: ImageDefinition): readonly string[] {
  const compiled = compile(definition, { dir: 'fit', comments: false });
  if (!compiled.ok) return compiled.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return compiled.dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

const copy = [{ from: ['docs/manual', 'src/./tool'], to: '/app/', parents: true }];

describe('fitTarget', () => {
  it('names the target of each folder for a builder without --parents', () => {
    expect(written({ base: 'debian:bookworm-slim', copy, dockerfile: { for: 'legacy' } })).toEqual([
      'FROM debian:bookworm-slim',
      'COPY docs/manual /app/docs/manual',
      'COPY src/./tool /app/tool',
    ]);
  });

  it('leaves --parents to a builder that has it', () => {
    expect(written({ base: 'debian:bookworm-slim', copy, dockerfile: { for: 'buildah 1.40' } })).toEqual([
      'FROM debian:bookworm-slim',
      'COPY --parents docs/manual src/./tool /app/',
    ]);
  });

  it('says lists and single ports to Buildah, which ignores SHELL in commands and takes no ranges', () => {
    const shell = ['/bin/bash', '-c'];
    expect(written({ base: 'debian:bookworm-slim', shell, expose: ['8000-8002/tcp'], cmd: 'make run', dockerfile: { for: 'buildah' } })).toEqual([
      'FROM debian:bookworm-slim',
      'SHELL ["/bin/bash", "-c"]',
      'EXPOSE 8000/tcp 8001/tcp 8002/tcp',
      'CMD ["/bin/bash", "-c", "make run"]',
    ]);
  });

  it('says patterns of --exclude from the root of the context too for Buildah, which begins there', () => {
    const exclude = ['*.tmp', '!keep.tmp', '**/*.log'];
    const files = [
      { from: ['./src/', 'docs'], to: '/app/', exclude },
      { from: '.', to: '/all/', exclude },
    ];
    expect(written({ base: 'debian:bookworm-slim', copy: files, dockerfile: { for: 'buildah 1.38' } })).toEqual([
      'FROM debian:bookworm-slim',
      'COPY --exclude=*.tmp --exclude=src/*.tmp --exclude=docs/*.tmp --exclude=!keep.tmp --exclude=!src/keep.tmp --exclude=!docs/keep.tmp --exclude=**/*.log ./src/ docs /app/',
      'COPY --exclude=*.tmp --exclude=!keep.tmp --exclude=**/*.log . /all/',
    ]);
    expect(written({ base: 'debian:bookworm-slim', copy: [{ from: 's*', to: '/app/', exclude }], dockerfile: { for: 'buildah 1.38' } })).toEqual([
      'beyond-target: COPY --exclude of a source that is a pattern needs BuildKit, and the Dockerfile is for Buildah 1.38',
    ]);
  });

  it('writes heredocs that Buildah loses as a file or in one line', () => {
    const onbuild = [
      { kind: 'run', script: 'make\nmake check' },
      { kind: 'file', to: '/etc/motd', content: 'ebb\n' },
    ] as const;
    expect(
      written({
        base: 'debian:bookworm-slim',
        files: { '/etc/empty': '' },
        run: ['#!/usr/bin/perl\nprint 1;', 'cd /\nls'],
        onbuild,
        dockerfile: { for: 'buildah' },
      }),
    ).toEqual([
      'FROM debian:bookworm-slim',
      'RUN mkdir -p /etc && \\',
      "    printf '' > /etc/empty",
      "RUN printf '%s\\n' \\",
      "        '#!/usr/bin/perl' \\",
      "        'print 1;' > /tmp/imagewright-script && \\",
      '    chmod 0755 /tmp/imagewright-script && \\',
      '    /tmp/imagewright-script && \\',
      '    rm /tmp/imagewright-script',
      "RUN <<'EOF'",
      'set -e',
      'cd /',
      'ls',
      'EOF',
      'ONBUILD RUN make && \\',
      '    make check',
      'ONBUILD RUN mkdir -p /etc && \\',
      "    printf 'ebb\\n' > /etc/motd",
    ]);
  });

  it('cleans up, and copies what an install reads, for a builder without mounts', () => {
    const pip = { requirements: 'requirements.txt' };
    expect(written({ base: 'python:3.12-slim-bookworm', apt: ['git'], pip, dockerfile: { for: 'legacy' } })).toEqual([
      'FROM python:3.12-slim-bookworm',
      'RUN apt-get update && \\',
      '    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends git && \\',
      '    rm -rf /var/lib/apt/lists/* && \\',
      '    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log',
      'COPY requirements.txt /tmp/requirements/requirements.txt',
      'RUN SOURCE_DATE_EPOCH=315532800 pip install --no-cache-dir -r /tmp/requirements/requirements.txt && \\',
      '    rm -rf /tmp/requirements/requirements.txt',
    ]);
  });

  it('says what builds on the image the same way', () => {
    const onbuild = [{ kind: 'copy', from: ['docs/manual', 'src/tool'], to: '/app/', parents: true, link: true }] as const;
    expect(written({ base: 'debian:bookworm-slim', onbuild, dockerfile: { for: 'legacy' } })).toEqual([
      'FROM debian:bookworm-slim',
      'ONBUILD COPY docs/manual /app/docs/manual',
      'ONBUILD COPY src/tool /app/src/tool',
    ]);
  });
});
