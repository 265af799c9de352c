import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  [
    'mambaorg/micromamba:2.0.5',
    'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba',
    'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:1.5.8-bookworm-slim',
    'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:2.0-debian12-slim',
    'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:2.0-ubuntu24.04',
    'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:1.5.8-jammy',
    'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  ['mambaorg/micromamba:1.5-alpine3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser'],
  [
    'mambaorg/micromamba:1.5.8-jammy-cuda-12.3.1',
    'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:2.0-cuda12.4.1-ubuntu22.04',
    'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'ghcr.io/mamba-org/micromamba:2.0.5',
    'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:latest',
    'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:bookworm',
    'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:bookworm-slim',
    'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:jammy',
    'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  [
    'mambaorg/micromamba:noble',
    'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  ['mambaorg/micromamba:alpine', 'alpine ?: apk, python3, PEP 668, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser'],
  ['mambaorg/micromamba:alpine3.20', 'alpine 3.20: apk, python3, PEP 668, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser'],
  [
    'mambaorg/micromamba:git-0f27156-bookworm-slim',
    'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, mambauser ?, perhaps more accounts, runs as mambauser',
  ],
  ['mambaorg/micromamba:cuda12.4.1', 'unknown'],
  ['mambaorg/micromamba:2.0-amazon2023', 'unknown'],
  ['mambaorg/micromamba:git-0f27156', 'unknown'],
  [`mambaorg/micromamba@${DIGEST}`, 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
