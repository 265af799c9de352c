import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['condaforge/miniforge3:24.9.2-0', 'ubuntu ?: apt, own python, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['quay.io/condaforge/miniforge3', 'ubuntu ?: apt, own python, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['condaforge/mambaforge:latest', 'ubuntu ?: apt, own python, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['continuumio/miniconda3:24.7.1-0', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['continuumio/anaconda3', 'debian ?: apt, own python, PEP 668, docker-clean, /bin/sh'],
  ['continuumio/miniconda3:4.10.3-alpine', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
