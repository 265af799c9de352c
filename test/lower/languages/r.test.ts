import { expect, it } from 'vitest';
import type { RSpec } from '../../../src/spec/language-specs.js';
import { at, faults, located, lowered, shownApt, stage } from '../specs.js';

function r(packages: readonly string[], fields: Partial<RSpec> = {}): RSpec {
  return { packages: located(packages, 'r'), origin: at('r'), ...fields };
}

const on = (value: string) => ({ repository: { value, origin: at('r', 'repository') } });

const commands = (base: string, request: RSpec) => {
  const text = lowered(stage(base, { languages: { r: request } }));
  return typeof text === 'string' ? [...text.matchAll(/"(Rscript [^\n]*)"\)/g)].map((match) => JSON.parse(`"${match[1]}"`) as string) : text;
};

it('installs in a stage of their own, which has compilers, and copies the library to the side of R', () => {
  const repository = on('https://cran.example.org');
  expect(lowered(stage('debian:trixie-slim', { languages: { r: r(['dplyr', 'data.table'], repository) } }))).toBe(`(program
  (stage r
    (from "debian:trixie-slim")
    ${shownApt('r-base-core', 'ca-certificates', 'r-base-dev')}
    (install
      (comment "R packages")
      r
      (prepare "mkdir -p /opt/r/library")
      (command
        "Rscript -e 'options(warn = 2, Ncpus = parallel::detectCores(), repos = \\"https://cran.example.org\\"); install.packages(commandArgs(TRUE), lib = \\"/opt/r/library\\", INSTALL_opts = c(\\"--built-timestamp=1980-01-01\\", \\"--strip\\"))'")
      (packages "dplyr" "data.table")
      (traces "rm -f /opt/r/library/*/help/paths.rds")
      sortable))
  (stage
    (from "debian:trixie-slim")
    ${shownApt('r-base-core')}
    (copy
      (comment "R packages, made in the stage \\"r\\"")
      (from stage r)
      (sources "/opt/r/library")
      (to "/opt/r/library"))
    (env ("R_LIBS" "/opt/r/library"))))
`);
});

it('takes the packages of a day, compiled ones where there are any for the release', () => {
  const agent = 'HTTPUserAgent = sprintf("R/%s R (%s)", getRversion(), paste(getRversion(), R.version$platform, R.version$arch, R.version$os))';
  const install = 'install.packages(commandArgs(TRUE), lib = "/opt/r/library", INSTALL_opts = c("--built-timestamp=1980-01-01", "--strip"))';
  const options = (repos: string) => `options(warn = 2, Ncpus = parallel::detectCores(), repos = ${repos})`;
  const cran = 'https://packagemanager.posit.co/cran';
  const day = r(['dplyr'], on('2025-06-01'));
  expect(commands('ubuntu:24.04', day)).toEqual([`Rscript -e '${options(`"${cran}/__linux__/noble/2025-06-01", ${agent}`)}; ${install}'`]);
  expect(commands('debian:12-slim', day)).toEqual([`Rscript -e '${options(`"${cran}/__linux__/bookworm/2025-06-01", ${agent}`)}; ${install}'`]);
  expect(commands('alpine:3.20', day)).toEqual([`Rscript -e '${options(`"${cran}/2025-06-01"`)}; ${install}'`]);
  expect(commands('rocker/r-ver:4.4.2', r(['dplyr']))).toEqual([`Rscript -e 'options(warn = 2, Ncpus = parallel::detectCores()); ${install}'`]);
});

it('installs from the lock file of renv, which is mounted, and from Bioconductor', () => {
  const fields = {
    ...on('2025-06-01'),
    renv: { value: 'analysis/renv.lock', origin: at('r', 'renv') },
    bioconductor: { version: '3.20', packages: located(['limma'], 'r', 'bioconductor', 'packages') },
  };
  const stages = lowered(stage('rocker/r-ver:4.4.2', { languages: { r: r([], fields) } }));
  const options = 'options(warn = 2, Ncpus = parallel::detectCores(), repos = \\"https://packagemanager.posit.co/cran/2025-06-01\\")';
  expect(stages).toBe(`(program
  (stage r
    (from "rocker/r-ver:4.4.2")
    (install
      (comment "R packages")
      r
      (prepare "mkdir -p /opt/r/library")
      (command
        "Rscript -e '${options}; install.packages(\\"renv\\", lib = tempdir()); library(renv, lib.loc = tempdir()); restore(lockfile = \\"/tmp/renv/renv.lock\\", library = \\"/opt/r/library\\", prompt = FALSE)'")
      (traces "rm -f /opt/r/library/*/help/paths.rds")
      (caches (mount cache (target "/var/cache/renv")))
      (read "analysis/renv.lock" "/tmp/renv/renv.lock")
      (environment RENV_CONFIG_CACHE_SYMLINKS "FALSE")
      (environment RENV_PATHS_ROOT "/var/cache/renv")
      sortable)
    (install r
      (command
        "Rscript -e '${options}; install.packages(\\"BiocManager\\", lib = tempdir()); library(BiocManager, lib.loc = tempdir()); install(commandArgs(TRUE), version = \\"3.20\\", lib = \\"/opt/r/library\\", INSTALL_opts = c(\\"--built-timestamp=1980-01-01\\", \\"--strip\\"), update = FALSE, ask = FALSE)'")
      (packages "limma")
      (traces "rm -f /opt/r/library/*/help/paths.rds")
      sortable))
  (stage
    (from "rocker/r-ver:4.4.2")
    (copy
      (comment "R packages, made in the stage \\"r\\"")
      (from stage r)
      (sources "/opt/r/library")
      (to "/opt/r/library"))
    (env ("R_LIBS" "/opt/r/library"))))
`);
});

it('refuses what is no package, and a base without R; says that versions change', () => {
  expect(faults(stage('debian:trixie', { languages: { r: r(['dplyr@1.1', '../x']) } }))).toEqual([
    `unpinned-repository: the versions of R packages change from day to day | take those of a day: r: { packages: […], repository: '2025-06-01' }`,
    `bad-package-name: "dplyr@1.1" is not the name of a package for R | write it as R has it: 'dplyr'; its version is that of the repository's day`,
    `bad-package-name: "../x" is not the name of a package for R | write it as R has it: 'dplyr'; its version is that of the repository's day`,
  ]);
  expect(faults(stage('scratch', { languages: { r: r(['dplyr']) } }))).toEqual([
    'no-package-manager: "scratch" has no package manager to get R with | build on an image that has it: rocker/r-ver:4.4.2',
  ]);
});
