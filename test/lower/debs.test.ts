import { expect, test } from 'vitest';
import { dockerfile } from './dockerfile.js';

const sha256 = '0123456789abcdef'.repeat(4);

const debs = [{ url: 'https://packages.example.org/pool/tool_1.2%2Bdeb12_amd64.deb', sha256 }];

test('are fetched in a stage of their own and mounted for the installation, which brings what they depend on', () => {
  expect(dockerfile({ base: 'debian:bookworm-slim', apt: { packages: ['git'], debs } })).toBe(`FROM scratch AS debs

ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/pool/tool_1.2%2Bdeb12_amd64.deb /tool_1.2+deb12_amd64.deb

FROM debian:bookworm-slim

RUN --mount=type=bind,from=debs,target=/tmp/debs \\
    --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        /tmp/debs/tool_1.2+deb12_amd64.deb \\
        git && \\
    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log
`);
});

test.each(['fewest', 'as-written'] as const)('are mounted with "%s" too', (layers) => {
  const cleanup =
    layers === 'fewest'
      ? ' && \\\n    rm -rf /var/lib/apt/lists/* && \\\n    rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log'
      : '';
  expect(dockerfile({ base: 'debian:bookworm-slim', layers, apt: { debs } })).toBe(`FROM scratch AS debs

ADD --checksum=sha256:${sha256} --chmod=644 https://packages.example.org/pool/tool_1.2%2Bdeb12_amd64.deb /tool_1.2+deb12_amd64.deb

FROM debian:bookworm-slim

RUN --mount=type=bind,from=debs,target=/tmp/debs \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \\
        /tmp/debs/tool_1.2+deb12_amd64.deb${cleanup}
`);
});

test('have a stage for each stage, under a name that no other has', () => {
  const stages = { debs: { base: 'alpine:3.20' }, tools: { base: 'debian:bookworm-slim', apt: { debs } } };
  expect(dockerfile({ base: { stage: 'tools' }, stages, apt: { debs } }).match(/^FROM .*|from=\S+?(?=,)/gm)).toEqual([
    'FROM alpine:3.20 AS debs',
    'FROM scratch AS tools-debs',
    'FROM debian:bookworm-slim AS tools',
    'from=tools-debs',
    'FROM scratch AS debs-2',
    'FROM tools',
    'from=debs-2',
  ]);
});

test.each([
  ['https://packages.example.org/tool.deb', 'tool.deb'],
  ['https://packages.example.org/g%2B%2B_1%3a2~rc.deb', 'g++_1-2~rc.deb'],
  ['https://packages.example.org/latest/stable?os=linux#x', 'stable.deb'],
  ['https://packages.example.org/', 'package.deb'],
  ['https://packages.example.org/%2e%2e%2f..deb', 'package.deb'],
])('%s is kept as %s', (url, name) => {
  expect(dockerfile({ base: 'debian:bookworm-slim', apt: { debs: [{ url, sha256 }] } }).match(/\/tmp\/debs\/[^\s']+/g)).toEqual([
    `/tmp/debs/${name}`,
  ]);
});

test('of one name get numbers', () => {
  const both = ['a', 'b'].map((folder) => ({ url: `https://packages.example.org/${folder}/tool.deb`, sha256 }));
  expect(dockerfile({ base: 'debian:bookworm-slim', apt: { debs: both } }).match(/\/tmp\/debs\/\S+/g)).toEqual([
    '/tmp/debs/tool-2.deb',
    '/tmp/debs/tool.deb',
  ]);
});
