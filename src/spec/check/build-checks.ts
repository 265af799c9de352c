/** The checks of `docker build --check`, as they are named in `# check=skip=…`. */

import { didYouMean } from '../did-you-mean.js';
import type { BuildCheck } from '../types.js';
import { quoted, type Check } from './fault.js';

/** As a record, so that the compiler sees none is missing. */
const known: Readonly<Record<BuildCheck, true>> = {
  ConsistentInstructionCasing: true,
  CopyIgnoredFile: true,
  DuplicateStageName: true,
  ExposeInvalidFormat: true,
  ExposeProtoCasing: true,
  FromAsCasing: true,
  FromPlatformFlagConstDisallowed: true,
  InvalidBaseImagePlatform: true,
  InvalidDefaultArgInFrom: true,
  InvalidDefinitionDescription: true,
  JSONArgsRecommended: true,
  LegacyKeyValueFormat: true,
  MaintainerDeprecated: true,
  MultipleInstructionsDisallowed: true,
  NoEmptyContinuation: true,
  RedundantTargetPlatform: true,
  ReservedStageName: true,
  SecretsUsedInArgOrEnv: true,
  StageNameCasing: true,
  UndefinedArgInFrom: true,
  UndefinedVar: true,
  WorkdirRelativePath: true,
};

export const buildChecks = Object.keys(known);

export const buildCheckFault: Check<string> = (name) => {
  if (Object.hasOwn(known, name)) return undefined;
  const hint = didYouMean(name, buildChecks) ?? 'https://docs.docker.com/reference/build-checks/ lists them';
  return { code: 'unknown-check', message: `${quoted(name)} is no check of docker build`, hint };
};
