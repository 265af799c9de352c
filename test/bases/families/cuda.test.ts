import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['nvidia/cuda:12.6.0-base-ubuntu24.04', 'ubuntu 24.04: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, ubuntu 1000'],
  ['nvidia/cuda:12.4.1-base-ubi9', 'rhel 9: dnf, python3, /bin/sh'],
  ['nvidia/cuda:12.4.1-runtime-ubi8', 'rhel 8: dnf, python3.11, /bin/sh'],
  ['nvidia/cuda:12.4.1-runtime-rockylinux9', 'rockylinux 9: dnf, python3, /bin/sh'],
  ['nvcr.io/nvidia/cuda:12.4.1-devel-ubuntu20.04', 'ubuntu 20.04: apt, python3 python3-venv, docker-clean, /bin/sh'],
  ['nvidia/cuda:11.4.3-base-centos7', 'unknown'],
  ['nvidia/cuda', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
