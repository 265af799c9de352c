/**
 * Where R looks for packages: a day of the Posit Public Package Manager, a repository that the author names, or what the base's own R is set to.
 *
 *     2025-06-01 on debian:bookworm      …/cran/__linux__/bookworm/2025-06-01, which has compiled packages
 *     2025-06-01 on alpine:3.20          …/cran/2025-06-01, which has sources
 *
 * Says when versions change from day to day.
 */

import { ubuntuCodeName, type BaseFacts } from '../bases/index.js';
import type { RSpec } from '../spec/language-specs.js';
import type { LanguageContext } from './languages/language.js';

export interface RRepository {
  /** Statements of R that come first. */
  readonly options: readonly string[];
}

const SNAPSHOTS = 'https://packagemanager.posit.co/cran';
const CRAN = 'https://cloud.r-project.org';

/** Distributions for whose releases there are compiled packages, under the names of their suites. */
const COMPILED = ['bullseye', 'bookworm', 'trixie', 'focal', 'jammy', 'noble'];

/** Without its version in the right place, R is given sources. */
const AGENT = 'HTTPUserAgent = sprintf("R/%s R (%s)", getRversion(), paste(getRversion(), R.version$platform, R.version$arch, R.version$os))';

export function rRepository({ base, report }: LanguageContext, { repository, origin, packages, bioconductor }: RSpec): RRepository {
  const common = 'warn = 2, Ncpus = parallel::detectCores()';
  if (repository) {
    const url = /^\d/.test(repository.value) ? snapshot(repository.value, base.facts) : repository.value;
    return { options: [`options(${common}, repos = "${url}"${url.includes('/__linux__/') ? `, ${AGENT}` : ''})`] };
  }
  // An image that is made for R knows a repository, most often that of a day.
  if (base.facts?.tools?.includes('R')) return { options: [`options(${common})`] };
  if (packages.length > 0 || bioconductor) {
    report.warning('unpinned-repository', origin, {
      message: 'the versions of R packages change from day to day',
      hint: "take those of a day: r: { packages: […], repository: '2025-06-01' }",
    });
  }
  return { options: [`options(${common}, repos = "${CRAN}")`] };
}

function snapshot(day: string, facts: BaseFacts | undefined): string {
  const release = facts?.distro === 'ubuntu' && facts.release !== undefined ? ubuntuCodeName(facts.release) : facts?.release;
  return release !== undefined && COMPILED.includes(release) ? `${SNAPSHOTS}/__linux__/${release}/${day}` : `${SNAPSHOTS}/${day}`;
}
