/** Requests for conda packages, as conda's command lines take them. */

import type { Report } from '../diagnostics.js';
import type { Located } from '../origin.js';
import { checkPackages, type PackageTool } from './check-packages.js';

const VERSION = '[A-Za-z0-9.*+!_]+';
const CLAUSE = `(?:==?|[!<>~]=|[<>])${VERSION}`;

/** `samtools`, `numpy=1.26`, `python>=3.11,<3.13`, `r-base=4.4=*_1`, `bioconda::samtools`; or an operator alone, which has an empty version. */
const REQUEST = new RegExp(
  `^(?<channel>[A-Za-z0-9][A-Za-z0-9._/-]*::)?(?<name>[A-Za-z0-9_][A-Za-z0-9._-]*)(?<version>==?|[!<>~]=|[<>]|${CLAUSE}(?:[,|]${CLAUSE})*(?:=${VERSION})?)?$`,
);

const requests: PackageTool = {
  tool: 'conda',
  parse: (text) => {
    const { channel = '', name, version } = REQUEST.exec(text)?.groups ?? {};
    return name === undefined ? undefined : { name: `${channel}${name}`, ...(version === undefined ? {} : { version }) };
  },
  examples: "'samtools', 'python=3.12', 'numpy>=1.26' or 'bioconda::samtools'",
  pin: '=1.21',
};

export function checkCondaPackages(packages: readonly Located<string>[], report: Report): readonly Located<string>[] {
  return checkPackages(packages, requests, report);
}
