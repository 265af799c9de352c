import { expect, test } from 'vitest';
import { describeBase } from '../describe-base.js';

test.each([
  ['rocker/r-ver:4.3.2', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['rocker/r-ver:4', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['rocker/r-ver:3.6.3', 'debian ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['rocker/rstudio:4.4.1', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio 1000'],
  ['rocker/tidyverse', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio 1000'],
  ['rocker/verse:4.2', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio 1000'],
  ['rocker/geospatial:latest', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio 1000'],
  ['rocker/shiny:4.4', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, shiny ?, perhaps more accounts'],
  ['rocker/shiny-verse', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, shiny ?, perhaps more accounts'],
  ['ghcr.io/rocker-org/rstudio:4.4', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio 1000'],
  ['rocker/r-ver:4.0.0-cuda10.1', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['rocker/cuda:4.4.1', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, perhaps more accounts'],
  ['rocker/ml:4.4.1-cuda12.2', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio ?, perhaps more accounts'],
  ['rocker/ml-verse:4.4.1', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio ?, perhaps more accounts'],
  ['ghcr.io/rocker-org/ml-verse:4', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio ?, perhaps more accounts'],
  ['rocker/ml:3.6.3', 'unknown'],
  ['rocker/binder:4.3', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, rstudio ?, perhaps more accounts, runs as rstudio'],
  ['rocker/binder:3.6.3', 'unknown'],
  ['rocker/r-ubuntu:22.04', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, docker ?, perhaps more accounts'],
  ['rocker/r-ubuntu:jammy', 'ubuntu 22.04: apt, python3 python3-venv, docker-clean, /bin/sh, docker ?, perhaps more accounts'],
  ['rocker/r-ubuntu', 'ubuntu ?: apt, python3 python3-venv, PEP 668, docker-clean, /bin/sh, docker ?, perhaps more accounts'],
  ['rocker/drd', 'unknown'],
])('%s', (reference, facts) => {
  expect(describeBase(reference)).toBe(facts);
});
