/** `r`: packages of R. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { quoted, type Check } from '../check/fault.js';
import { mountedPathFault } from '../check/paths.js';
import { registryFault } from '../check/repositories.js';
import { given } from '../resolve/given.js';
import { packageRequest } from '../resolve/package-request.js';
import { lastSaid, textsOf } from '../said.js';
import { either, shape } from '../schema/primitives.js';
import { text, textList, texts } from '../schema/texts.js';
import type { PartialStage, ROptions } from '../types.js';
import type { RSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = DAY.exec(text)?.slice(1).map(Number) ?? [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

const repositoryFault: Check<string> = (repository) => {
  if (isDay(repository)) return undefined;
  if (repository.includes('://')) return registryFault(repository);
  return {
    code: 'bad-repository',
    message: `${quoted(repository)} is neither a day nor the URL of a repository`,
    hint: "write a day, whose packages are taken: '2025-06-01'",
  };
};

const releaseFault: Check<string> = (version) =>
  /^\d+\.\d+$/.test(version)
    ? undefined
    : { code: 'bad-version', message: `${quoted(version)} is not a release of Bioconductor`, hint: "write it as they number it: '3.20'" };

export const r = {
  schema: either('a list of packages or { packages, repository, … }', [
    texts,
    shape({
      packages: v.optional(textList),
      repository: v.optional(text(repositoryFault)),
      renv: v.optional(text(mountedPathFault)),
      bioconductor: v.optional(shape({ version: text(releaseFault), packages: textList })),
    }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): RSpec | undefined => {
    const request = packageRequest<ROptions>(parts, 'r');
    if (!request) return undefined;
    const { options, packages, origin } = request;
    const renv = lastSaid(options, 'renv');
    const bioconductor = bioconductorOf(lastSaid(options, 'bioconductor'));
    if (packages.length === 0 && renv === undefined && bioconductor === undefined) return undefined;
    return {
      packages,
      ...given('repository', lastSaid(options, 'repository')),
      ...given('renv', renv),
      ...given('bioconductor', bioconductor),
      origin,
    };
  },
} satisfies LanguageField;

function bioconductorOf(said: Located<NonNullable<ROptions['bioconductor']>> | undefined): RSpec['bioconductor'] {
  return said && { version: said.value.version, packages: textsOf([said], 'packages') };
}
