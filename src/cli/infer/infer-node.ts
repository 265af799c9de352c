/** A project of Node.js: from its lock file, by the manager that wrote it. */

import { CliError } from '../cli-error.js';
import { take, type FoundFolder, type InferredFields } from './found-folder.js';

const LOCKS = { 'package-lock.json': 'npm', 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun' } as const;

export function inferNode(folder: FoundFolder): InferredFields | undefined {
  if (!folder.has('package.json')) return undefined;
  const { scripts = {} } = manifestOf(folder);
  const lock = folder.first(...Object.keys(LOCKS)) as keyof typeof LOCKS | undefined;
  if (lock === undefined) {
    const hint = 'write one first: npm install --package-lock-only';
    throw new CliError({
      code: 'no-lock',
      message: 'package.json has no lock file beside it, and without one nobody gets the same packages again',
      hint,
    });
  }
  folder.taken.add('package.json');
  take(folder, lock, `the packages of package.json, by ${LOCKS[lock]}`);
  const manager = LOCKS[lock] === 'npm' ? {} : { manager: LOCKS[lock] };
  const build = scripts['build'] === undefined ? {} : { build: 'build' };
  if (scripts['build'] !== undefined) folder.remarks.push('package.json has a script "build": it is run in a stage of its own');
  folder.remarks.push('the version of Node is not inferred: base says 22');
  if (scripts['start'] === undefined) folder.remarks.push('the default command is not inferred: package.json has no script "start"');
  const command = scripts['start'] === undefined ? {} : { cmd: ['npm', 'start'] };
  const options = { ...manager, ...build };
  const npm = Object.keys(options).length === 0 ? true : options;
  return { fields: { base: 'node:22-bookworm-slim', npm, workdir: '/app', copy: { '.': './' }, ...command } };
}

function manifestOf(folder: FoundFolder): { readonly scripts?: Readonly<Record<string, string>> } {
  try {
    return JSON.parse(folder.read('package.json')) as { readonly scripts?: Readonly<Record<string, string>> };
  } catch {
    throw new CliError({ code: 'bad-package-json', message: 'package.json is no JSON', hint: 'mend it first' });
  }
}
