import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['debian:bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:bookworm-slim', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:bookworm-20240612-slim', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:bookworm-backports', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:12', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:12.5-slim', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:11', 'debian bullseye: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['debian:bullseye-slim', 'debian bullseye: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['debian:trixie', 'debian trixie: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:sid-slim', 'debian sid: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:stable-slim', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:testing', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:latest', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['debian:oldstable-20240612', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['docker.io/library/debian:bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['public.ecr.aws/docker/library/debian:bookworm', 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  [`debian@${DIGEST}`, 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  [`debian:bookworm@${DIGEST}`, 'debian bookworm: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh'],
  ['registry.example.org/mirror/debian:bookworm', 'unknown'],
  ['myteam/debian:bookworm', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
