/**
 * Mistakes that the types catch in the editor. Each stands under a `@ts-expect-error`, at the very line that is wrong: were it not caught, or marked elsewhere,
 * the compiler would fail. mistakes.test.ts looks whether the schema finds the same when they are run; compilers.test.ts compiles this file as a user would.
 */

import { defineImage } from '../../src/spec/define-image.js';
import { bind } from '../../src/spec/mounts.js';
import { copy, run } from '../../src/spec/steps.js';

/** A mistake and the codes that it has when it is run. */
export interface Mistake {
  readonly definition: object;
  readonly codes: readonly string[];
}

export const mistakes: Readonly<Record<string, Mistake>> = {
  'a text for "oci"': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      labels: { oci: 'true' },
    }),
    codes: ['wrong-type'],
  },
  'a time zone without its region': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      timezone: 'Berlin',
    }),
    codes: ['bad-timezone'],
  },
  'a locale without its encoding': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      locale: 'de_DE',
    }),
    codes: ['bad-locale'],
  },
  'a mistyped field': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      aptt: ['git'],
    }),
    codes: ['unknown-field'],
  },
  'a mistyped field of a stage': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      stages: {
        build: {
          base: 'debian:bookworm-slim',
          // @ts-expect-error
          workdirr: '/src',
        },
      },
    }),
    codes: ['unknown-field'],
  },
  'a mistyped field of a long form': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      pip: {
        // @ts-expect-error
        packges: ['numpy'],
      },
    }),
    codes: ['unknown-field'],
  },
  'a mistyped field of a Python project': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      uv: {
        // @ts-expect-error
        exras: ['plot'],
      },
    }),
    codes: ['unknown-field'],
  },
  'a lock file by its name': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      poetry: 'poetry.lock',
    }),
    codes: ['wrong-type'],
  },
  'an unknown manager of Node.js': {
    definition: defineImage({
      base: 'node:22-bookworm-slim',
      // @ts-expect-error
      npm: { manager: 'pnmp' },
    }),
    codes: ['unknown-value'],
  },
  'a project of Node.js in a relative folder': {
    definition: defineImage({
      base: 'node:22-bookworm-slim',
      // @ts-expect-error
      npm: { workdir: 'app' },
    }),
    codes: ['relative-path'],
  },
  'an archive and an address at once': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      add: [
        // @ts-expect-error
        { url: 'https://example.org/a.tar', archive: 'a.tar', to: '/' },
      ],
    }),
    codes: ['unknown-field'],
  },
  'a checksum of another kind': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      add: [
        {
          url: 'https://example.org/a.tar',
          // @ts-expect-error
          checksum: 'md5:0123',
          to: '/',
        },
      ],
    }),
    codes: ['bad-checksum'],
  },
  'a stage that a trigger cannot see': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      stages: { build: { base: 'debian:bookworm-slim' } },
      onbuild: [
        {
          kind: 'copy',
          from: '/a',
          to: '/a',
          // @ts-expect-error
          stage: 'build',
        },
      ],
    }),
    codes: ['onbuild-stage'],
  },
  'an epoch that is to come': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      epoch: 2,
    }),
    codes: ['unknown-epoch'],
  },
  'a rule that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      lint: {
        // @ts-expect-error
        'copied-secrets': 'off',
      },
    }),
    codes: ['unknown-rule'],
  },
  'a level that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      lint: {
        // @ts-expect-error
        'copied-secret': 'info',
      },
    }),
    codes: ['unknown-value'],
  },
  'a base stage that does not exist': {
    definition: defineImage({
      base: {
        // @ts-expect-error
        stage: 'biuld',
      },
      stages: { build: { base: 'debian:bookworm-slim' } },
    }),
    codes: ['unknown-stage'],
  },
  'a base stage of a stage that does not exist': {
    definition: defineImage({
      base: { stage: 'build' },
      stages: {
        build: { base: 'debian:bookworm-slim' },
        docs: {
          base: {
            // @ts-expect-error
            stage: 'biuld',
          },
        },
      },
    }),
    codes: ['unknown-stage'],
  },
  'a copy from a stage that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      copy: [{ stage: 'biuld', from: '/src/tool', to: '/usr/local/bin/' }],
      stages: { build: { base: 'debian:bookworm-slim' } },
    }),
    codes: ['unknown-stage'],
  },
  'a step that copies from a stage that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      steps: [
        copy('/src/tool', '/usr/local/bin/', { stage: 'build' }),
        // @ts-expect-error
        copy('/src/tool', '/usr/local/bin/', { stage: 'biuld' }),
      ],
      stages: { build: { base: 'debian:bookworm-slim' } },
    }),
    codes: ['unknown-stage'],
  },
  'a mount of a stage that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      steps: [
        run('make', { mounts: [bind('/src', { stage: 'build' })] }),
        // @ts-expect-error
        run('make', { mounts: [bind('/src', { stage: 'biuld' })] }),
      ],
      stages: { build: { base: 'debian:bookworm-slim' } },
    }),
    codes: ['unknown-stage'],
  },
  'a target that does not exist': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      stages: { build: { base: 'debian:bookworm-slim' } },
      // @ts-expect-error
      target: 'biuld',
    }),
    codes: ['unknown-stage'],
  },
  'a relative workdir': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      workdir: 'opt/word_count',
    }),
    codes: ['relative-path'],
  },
  'a bad port': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      expose: [
        8080,
        '53/udp',
        '8000-8010/tcp',
        // @ts-expect-error
        'http',
        // @ts-expect-error
        '80/tpc',
      ],
    }),
    codes: ['bad-port', 'bad-port'],
  },
  'a port that is too large': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      expose: [
        65535,
        // @ts-expect-error
        65536,
        // @ts-expect-error
        '70000/tcp',
        // @ts-expect-error
        '8000-100000/udp',
        // @ts-expect-error
        80.5,
      ],
      stages: {
        build: {
          base: 'debian:bookworm-slim',
          // @ts-expect-error
          expose: [70000],
        },
      },
    }),
    codes: ['bad-port', 'bad-port', 'bad-port', 'bad-port', 'bad-port'],
  },
  'a published port that is too large': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      container: {
        ports: [
          8080,
          '127.0.0.1:8080:80/tcp',
          // @ts-expect-error
          70000,
          // @ts-expect-error
          '8080:70000',
          // @ts-expect-error
          'http',
        ],
      },
    }),
    codes: ['bad-port', 'bad-port', 'bad-port'],
  },
  'a bad duration': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      healthcheck: {
        cmd: ['true'],
        timeout: '1m30s',
        // @ts-expect-error
        interval: '30 seconds',
      },
    }),
    codes: ['bad-duration'],
  },
  'a negative duration': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      healthcheck: {
        cmd: ['true'],
        // @ts-expect-error
        interval: '-1s',
      },
    }),
    codes: ['bad-duration'],
  },
  'copy beside steps': {
    // @ts-expect-error
    definition: defineImage({
      base: 'debian:bookworm-slim',
      copy: { src: '/src' },
      steps: [run('make')],
    }),
    codes: ['steps-beside-fields'],
  },
  'an unknown layer policy': {
    definition: defineImage({
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      layers: 'fastest',
    }),
    codes: ['unknown-value'],
  },
};

// The schema does not know bases; `lower/` checks every base against its facts.
export const wrongManagers: readonly object[] = [
  defineImage({
    base: 'alpine:3.20',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'registry.example.org/library/alpine:3.20',
    // @ts-expect-error
    apt: { packages: ['git'] },
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    apt: ['git'],
    stages: {
      build: { base: 'debian:bookworm-slim', apt: ['gcc'] },
      tools: {
        base: 'alpine:3.20',
        // @ts-expect-error
        apt: ['git'],
      },
    },
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    // @ts-expect-error
    apk: ['git'],
  }),
  defineImage({
    base: 'ubuntu:24.04',
    // @ts-expect-error
    apk: ['git'],
  }),
  defineImage({
    base: { image: 'alpine:3.20' },
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: { image: 'alpine:3.20', platform: 'linux/amd64' },
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'python:3.12-alpine',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'ghcr.io/team/node:20-alpine3.20',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'python:3.12-alpine@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'alpine:3.20',
    // @ts-expect-error
    dnf: ['git'],
  }),
  defineImage({
    base: 'fedora:41',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'quay.io/fedora/fedora:41',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'rockylinux:9',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'almalinux:9',
    // @ts-expect-error
    apk: ['git'],
  }),
  defineImage({
    base: 'opensuse/leap:15.6',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'opensuse/tumbleweed',
    // @ts-expect-error
    dnf: ['git'],
  }),
  defineImage({
    base: 'archlinux:base',
    // @ts-expect-error
    apt: ['git'],
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    // @ts-expect-error
    pacman: ['git'],
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    stages: {
      tools: {
        base: { image: 'python:3.12-alpine' },
        // @ts-expect-error
        apt: ['git'],
      },
    },
  }),
];

// Forms of the default export besides a definition: `load/` takes them apart, and the schema checks each definition in them.
export const wrongForms: readonly unknown[] = [
  defineImage({
    web: {
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      aptt: ['git'],
    },
    worker: {
      base: 'alpine:3.20',
      // @ts-expect-error
      apt: ['git'],
      // @ts-expect-error
      expose: [70000],
    },
  }),
  defineImage([
    {
      base: 'debian:bookworm-slim',
      // @ts-expect-error
      aptt: ['git'],
    },
    {
      base: { stage: 'build' },
      stages: { build: { base: 'alpine:3.20' } },
      // @ts-expect-error
      copy: [{ stage: 'biuld', from: '/tool', to: '/tool' }],
    },
  ]),
  defineImage(({ mode }) => ({
    base: 'debian:bookworm-slim',
    labels: { mode },
    // @ts-expect-error
    aptt: ['git'],
  })),
  defineImage(() => ({
    base: 'debian:bookworm-slim',
    pip: {
      // @ts-expect-error
      packges: ['numpy'],
    },
    stages: {
      build: {
        base: 'debian:bookworm-slim',
        // @ts-expect-error
        workdirr: '/src',
        run: [
          'make',
          {
            script: 'make install',
            // @ts-expect-error
            usess: ['Makefile'],
          },
        ],
      },
    },
  })),
  defineImage(({ mode }) => ({
    base: 'alpine:3.20',
    labels: { mode },
    // @ts-expect-error
    apt: ['git'],
    // @ts-expect-error
    expose: [70000],
    // @ts-expect-error
    workdir: 'opt',
  })),
  // What has a promise or statements around it is compared as a whole, and marked where it begins.
  // @ts-expect-error
  defineImage(async ({ mode }) => ({
    base: 'debian:bookworm-slim',
    labels: { mode },
    aptt: ['git'],
  })),
  // @ts-expect-error
  defineImage(async () => ({
    base: 'alpine:3.20',
    apt: ['git'],
  })),
  // @ts-expect-error
  defineImage(({ mode }) => {
    if (mode === 'build') return { base: 'debian:bookworm-slim' };
    return { base: 'debian:bookworm-slim', aptt: ['git'] };
  }),
  // @ts-expect-error
  defineImage(async () => {
    return { base: 'debian:bookworm-slim', pip: { packges: ['git'] } };
  }),
  defineImage(async ({ mode }) => {
    return defineImage({
      base: 'debian:bookworm-slim',
      labels: { mode },
      // @ts-expect-error
      aptt: ['git'],
    });
  }),
];

export const repositories = [
  defineImage({
    base: 'ubuntu:24.04',
    // @ts-expect-error
    apt: { ppas: [{ ppa: 'deadsnakes/ppa' }] },
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    // @ts-expect-error
    apt: { repositories: [{ uri: 'https://packages.example.org/debian', suites: 'bookworm' }] },
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    // @ts-expect-error
    apt: { debs: [{ url: 'https://packages.example.org/tool.deb' }] },
  }),
  defineImage({
    base: 'debian:bookworm-slim',
    // @ts-expect-error
    apt: { packages: ['nodejs'], modules: ['nodejs:20'] },
  }),
  defineImage({
    base: 'rockylinux:9',
    // @ts-expect-error
    dnf: { packages: ['nodejs'], epel: 'yes' },
  }),
];
