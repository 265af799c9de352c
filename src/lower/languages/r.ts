/**
 * R: packages are installed in a stage of their own, where there are compilers; the image gets the library, and R itself.
 *
 *     r: { packages: ['dplyr'], repository: '2025-06-01' }
 *
 *     FROM debian:bookworm-slim AS r
 *     RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates r-base-core r-base-dev
 *     RUN mkdir -p /opt/r/library && Rscript -e 'options(warn = 2, …); install.packages(commandArgs(TRUE), lib = "/opt/r/library", repos = "…")' dplyr
 *     FROM debian:bookworm-slim
 *     RUN apt-get update && apt-get install -y --no-install-recommends r-base-core
 *     COPY --from=r /opt/r/library /opt/r/library
 *     ENV R_LIBS=/opt/r/library
 *
 * R only warns of a package that cannot be installed: warnings are made errors, so that the build fails where it happened. Refuses what is no name of a package,
 * and a base without R.
 */

import { posix } from 'node:path';
import type { Env, Install } from '../../ir/instruction.js';
import type { Located } from '../../origin.js';
import type { RSpec } from '../../spec/language-specs.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { rRepository, type RRepository } from '../r-repository.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
import { toolchainPackages, type Toolchain } from '../toolchain.js';
import type { Language, LanguageContext } from './language.js';

const names: PackageTool = {
  tool: 'R',
  parse: (text) => (/^[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9]$/.test(text) ? { name: text } : undefined),
  examples: "'dplyr'; its version is that of the repository's day",
  pin: '',
};

const image = 'rocker/r-ver:4.4.2';

const runtime: Toolchain = {
  field: 'r',
  command: 'R',
  packages: ['r-base-core'],
  elsewhere: { dnf: ['R-core'], apk: ['R'], pacman: ['r'], zypper: ['R-base'] },
  image,
  isNamed: false,
};

/** What packages are compiled with. */
const compilers: Toolchain = {
  ...runtime,
  packages: ['ca-certificates', 'r-base-dev'],
  elsewhere: { dnf: ['R-core-devel'], apk: ['R-dev', 'build-base'], pacman: ['base-devel', 'gcc-fortran'], zypper: ['R-base-devel'] },
};

const LIBRARY = '/opt/r/library';
/** What is compiled bears neither the time nor the folder of it, which is another each time. */
const TO_LIBRARY = `lib = "${LIBRARY}", INSTALL_opts = c("--built-timestamp=1980-01-01", "--strip")`;

const CACHE = '/var/cache/renv';

/** Where the sources of manual pages were, in a folder with a name for that alone. */
const TRACES = [`rm -f ${LIBRARY}/*/help/paths.rds`];

export const r: Language<RSpec> = {
  variables: /^(?:R_|RENV_)/,
  plan: (context, request) => {
    const systemPackages = toolchainPackages(context, runtime, request);
    if (!systemPackages) return undefined;
    const stage = context.nameStage('r');
    const tools = [...systemPackages, ...(toolchainPackages(context, compilers, request) ?? [])];
    return {
      systemPackages,
      toolStages: [{ name: stage, systemPackages: tools, instructions: installs(context, request) }],
      instructions: [copyMade({ origin: request.origin, what: 'R packages', stage, from: LIBRARY, to: LIBRARY }), environment(request)],
    };
  },
};

function installs(context: LanguageContext, request: RSpec): readonly Install[] {
  const repository = rRepository(context, request);
  const packages = checkPackages(request.packages, names, context.report);
  const biological = checkPackages(request.bioconductor?.packages ?? [], names, context.report);
  const requests = [
    ...(request.renv ? [fromLockFile(request, request.renv, repository)] : []),
    ...(packages.length > 0 ? [install(request, packages, script(`install.packages(commandArgs(TRUE), ${TO_LIBRARY})`, repository))] : []),
    ...(request.bioconductor ? [install(request, biological, fromBioconductor(request.bioconductor.version, repository))] : []),
  ];
  return requests.map((each, index) => (index === 0 ? { ...each, comment: 'R packages', prepare: [`mkdir -p ${LIBRARY}`] } : each));
}

function install({ origin }: RSpec, packages: readonly Located<string>[], command: string): Install {
  return languageInstall({ manager: 'r', origins: [origin], command, packages, traces: TRACES });
}

/** The packages themselves, not links to the cache, which is no part of the image. */
function fromLockFile({ origin }: RSpec, renv: Located<string>, repository: RRepository): Install {
  const target = '/tmp/renv/renv.lock';
  const load = 'install.packages("renv", lib = tempdir()); library(renv, lib.loc = tempdir())';
  const restore = `restore(lockfile = "${target}", library = "${LIBRARY}", prompt = FALSE)`;
  return languageInstall({
    manager: 'r',
    origins: [origin, renv.origin],
    command: script(`${load}; ${restore}`, repository),
    packages: [],
    reads: [{ source: posix.normalize(renv.value), target, origin: renv.origin }],
    traces: TRACES,
    caches: [{ type: 'cache', target: CACHE }],
    environment: [
      { name: 'RENV_CONFIG_CACHE_SYMLINKS', value: 'FALSE' },
      { name: 'RENV_PATHS_ROOT', value: CACHE },
    ],
  });
}

function fromBioconductor(version: string, repository: RRepository): string {
  const load = 'install.packages("BiocManager", lib = tempdir()); library(BiocManager, lib.loc = tempdir())';
  return script(`${load}; install(commandArgs(TRUE), version = "${version}", ${TO_LIBRARY}, update = FALSE, ask = FALSE)`, repository);
}

function script(code: string, { options }: RRepository): string {
  return `Rscript -e '${[...options, code].join('; ')}'`;
}

function environment({ origin }: RSpec): Env {
  return { kind: 'env', origins: [origin], entries: [{ name: 'R_LIBS', value: [LIBRARY], origin }] };
}
