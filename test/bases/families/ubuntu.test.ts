import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

test.each([
  ['ubuntu:24.04', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:noble', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:noble-20240605', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:22.04', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['ubuntu:jammy-20240530', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['ubuntu:20.04', 'ubuntu 20.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['ubuntu:23.04', 'ubuntu 23.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:22.10', 'ubuntu 22.10: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['ubuntu:26.04', 'ubuntu 26.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:resolute', 'ubuntu 26.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:latest', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:rolling', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:devel', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['ubuntu:zany', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  [`ubuntu@${DIGEST}`, 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
