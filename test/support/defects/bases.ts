/** Base images: what is known of them decides, and nothing is guessed. */

import { traces, type DefectCase } from './defect-case.js';

const venv = `RUN --mount=type=cache,target=/root/.cache/pip \\
    SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv && \\
    SOURCE_DATE_EPOCH=315532800 /opt/venv/bin/pip install --cache-dir=/root/.cache/pip numpy

ENV PATH=/opt/venv/bin:\${PATH}`;

export const bases: readonly DefectCase[] = [
  {
    defect: '`python:3.12-slim-bookworm` is taken for another distribution, and gets a second Python, of version 2',
    behaviour: 'an image of Python installs with its own pip',
    definition: { base: 'python:3.12-slim-bookworm', pip: ['numpy'] },
    dockerfile: `FROM python:3.12-slim-bookworm

RUN --mount=type=cache,target=/root/.cache/pip \\
    SOURCE_DATE_EPOCH=315532800 pip install --cache-dir=/root/.cache/pip numpy`,
  },
  {
    defect: '`apt-get` on `alpine:3.20`, or no way to install there',
    behaviour: 'Alpine has packages of apk, Python among them',
    definition: { base: 'alpine:3.20', apk: ['git'], pip: ['numpy'] },
    dockerfile: `FROM alpine:3.20

RUN --mount=type=cache,target=/var/cache/apk,sharing=locked \\
    apk add --update-cache --cache-dir=/var/cache/apk \\
        git \\
        python3

${venv}`,
  },
  {
    defect: 'packages of apt are taken on `alpine:3.20`, and the build ends',
    behaviour: 'packages of another manager than the base has are refused',
    definition: { base: 'alpine:3.20', apt: ['git'] },
    told: ['apt: "alpine:3.20" is Alpine Linux, whose package manager is apk; write apk: [...] instead'],
  },
  {
    defect: '`pip3 install` into the system of `ubuntu:24.04`, which refuses that (PEP 668)',
    behaviour: 'where the system keeps its Python to itself, packages of pip have an environment of their own',
    definition: { base: 'ubuntu:24.04', pip: ['numpy'] },
    dockerfile: `FROM ubuntu:24.04

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\
    apt-get update && \\
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends -o Dir::Cache::archives=kept -o Dir::Cache::srcpkgcache=kept.index \\
        python3 \\
        python3-venv && \\
    ${traces}

${venv}`,
  },
  {
    defect: 'an image that is not known is taken for Ubuntu 16.04, with a warning',
    behaviour: 'a base that is not known is refused where something depends on what it is',
    definition: { base: 'registry.example.org/team/tides:1.2', apt: ['git'] },
    told: [
      `base: "registry.example.org/team/tides:1.2" is not a base image that imagewright knows, and apt depends on its distribution; say what it is made from: base: { image: 'registry.example.org/team/tides:1.2', distro: 'debian:bookworm' }`,
    ],
  },
];
