/** Packages of R, from the lock file of renv. */

import { CliError } from '../cli-error.js';
import { take, type FoundFolder, type InferredFields } from './found-folder.js';

export function inferR(folder: FoundFolder): InferredFields | undefined {
  if (!folder.has('renv.lock')) return undefined;
  const version = versionOf(folder);
  take(folder, 'renv.lock', version === undefined ? 'the packages; it says no version of R' : `the packages, and R ${version}`);
  folder.remarks.push('the default command is not inferred: write cmd');
  const base = `rocker/r-ver:${version ?? '4.4.2'}`;
  return { fields: { base, r: { renv: 'renv.lock' }, workdir: '/app', copy: { '.': './' }, cmd: ['R'] } };
}

function versionOf(folder: FoundFolder): string | undefined {
  try {
    const { R } = JSON.parse(folder.read('renv.lock')) as { readonly R?: { readonly Version?: unknown } };
    return typeof R?.Version === 'string' && /^\d+\.\d+\.\d+$/.test(R.Version) ? R.Version : undefined;
  } catch {
    throw new CliError({ code: 'not-json', message: 'renv.lock is no JSON', hint: 'make it again: renv::snapshot()' });
  }
}
