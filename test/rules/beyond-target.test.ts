import { expect, it } from 'vitest';
import { compile } from '../../src/pipeline.js';
import { bind } from '../../src/spec/mounts.js';
import type { ImageDefinition } from '../../src/spec/types.js';
import { expand } from '../../src/spec/values.js';

function faults(definition: ImageDefinition): readonly string[] {
  return compile(definition, { dir: 'beyond' }).diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`);
}

const exclude = [{ from: '.', to: '/app/', exclude: ['*.tmp'] }];

it('says which version of Buildah, or that BuildKit, has what the target has not', () => {
  expect(faults({ base: 'debian:bookworm-slim', copy: exclude, dockerfile: { for: 'buildah' } })).toEqual([
    "beyond-target: COPY --exclude needs Buildah 1.38, and the Dockerfile is for Buildah 1.33 | write dockerfile: { for: 'buildah 1.38' } where that builds it, or leave the files out of the build context with ignore",
  ]);
  expect(faults({ base: 'debian:bookworm-slim', run: [{ script: 'make', security: 'insecure' }], dockerfile: { for: 'buildah' } })).toEqual([
    "beyond-target: RUN --security needs BuildKit, and the Dockerfile is for Buildah 1.33 | write dockerfile: { for: 'buildkit' } where that builds it, or do without the privilege",
  ]);
  expect(faults({ base: 'debian:bookworm-slim', copy: exclude, dockerfile: { frontend: '1.7' } })).toEqual([
    "beyond-target: COPY --exclude needs version 1.19 of the Dockerfile frontend, which Docker has since 28.5, and the Dockerfile is for version 1.7 | write dockerfile: { frontend: '1.19' } where that builds it, or leave the files out of the build context with ignore",
  ]);
});

it('says nothing of a target that has it all, nor where none is named', () => {
  expect(faults({ base: 'debian:bookworm-slim', copy: exclude, dockerfile: { for: 'buildah 1.38' } })).toEqual([]);
  expect(faults({ base: 'debian:bookworm-slim', files: { '/etc/motd': 'ebb' } })).toEqual([]);
});

it('looks at build arguments before the first FROM, and at addresses', () => {
  const dockerfile = { for: 'buildah' } as const;
  const fault =
    'beyond-target: ${NAME-word}, ${NAME+word} and ${NAME?word} needs BuildKit, and the Dockerfile is for Buildah 1.33 | write dockerfile: { for: \'buildkit\' } where that builds it, or set the value in a run, or with "${NAME:-word}"';
  const release = { default: expand('${NAME-bookworm}'), scope: 'global' } as const;
  const args = { NAME: { scope: 'global' }, RELEASE: release } as const;
  expect(faults({ base: 'debian:bookworm-slim', args, dockerfile })).toEqual([fault]);
  const add = [{ url: expand('https://example.org/${NAME-tide}.txt'), checksum: `sha256:${'a'.repeat(64)}`, to: '/data/' }] as const;
  expect(faults({ base: 'debian:bookworm-slim', args: { NAME: null }, add, dockerfile })).toEqual([fault]);
});

it('knows since when modes are expanded', () => {
  const copied = { base: 'debian:bookworm-slim', args: { MODE: '755' }, copy: [{ from: 'a', to: '/a', chmod: expand('$MODE') }] };
  expect(faults({ ...copied, dockerfile: { frontend: '1.9' } })).toEqual([
    "beyond-target: COPY --chmod with variables needs version 1.10 of the Dockerfile frontend, which Docker has since 27.3, and the Dockerfile is for version 1.9 | write dockerfile: { frontend: '1.10' } where that builds it, or write the mode itself: '0755'",
  ]);
  expect(faults({ ...copied, dockerfile: { for: 'buildah 1.28' } })).toEqual([]);
});

it('knows what only labs frontends have', () => {
  const used = { base: 'debian:bookworm-slim', run: [{ script: 'make', devices: ['nvidia.com/gpu=all'] }] };
  expect(faults({ ...used, dockerfile: { frontend: '1.20' } })).toEqual([
    "beyond-target: RUN --device needs version 1.14-labs of the Dockerfile frontend, and the Dockerfile is for version 1.20 | write dockerfile: { frontend: '1.14-labs' } where that builds it, or do without the device while building",
  ]);
  expect(faults({ ...used, dockerfile: { frontend: '1.14-labs' } })).toEqual([]);
});

it('knows since when mounts are expanded', () => {
  const mounted = { base: 'debian:bookworm-slim', args: { PLACE: 'in' }, run: [{ script: 'make', mounts: [bind(expand('/$PLACE'))] }] };
  expect(faults({ ...mounted, dockerfile: { for: 'buildah 1.27' } })).toEqual([
    "beyond-target: a mount with variables needs Buildah 1.28, and the Dockerfile is for Buildah 1.27 | write dockerfile: { for: 'buildah 1.28' } where that builds it, or write its path in full",
  ]);
  expect(faults({ ...mounted, dockerfile: { for: 'buildah 1.28' } })).toEqual([]);
});

it('says of what Buildah does otherwise that BuildKit has it', () => {
  const dockerfile = { for: 'buildah' } as const;
  const add = [{ git: 'https://git.example.org/tide.git', ref: 'v1', to: '/g' }] as const;
  expect(faults({ base: 'debian:bookworm-slim', add, dockerfile })).toEqual([
    "beyond-target: ADD of a git repository needs BuildKit, and the Dockerfile is for Buildah 1.33 | write dockerfile: { for: 'buildkit' } where that builds it, or clone it in a run",
  ]);
  expect(faults({ base: 'mcr.microsoft.com/windows/servercore:ltsc2022', dockerfile })).toEqual([
    "beyond-target: a base of Windows needs BuildKit, and the Dockerfile is for Buildah 1.33 | write dockerfile: { for: 'buildkit' } where that builds it, or build on a base of Linux",
  ]);
});
