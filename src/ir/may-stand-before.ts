/**
 * mayStandBefore(): whether an install gives the same when it runs before the instruction that it now stands right behind.
 *
 * In: the install, and all that stands before it in its stage, the one to be passed last. Says yes for
 *
 * - what makes no layer and is in no environment: LABEL, EXPOSE, VOLUME, HEALTHCHECK, STOPSIGNAL, ENTRYPOINT, CMD, ONBUILD;
 * - COPY, ADD, files and WORKDIR whose destination is known, is no place where package managers read or write (system folders, homes, the usual places of
 *   environments) and has nothing to do with a path that the install, or an ENV before it, names; and only if the install names no relative path.
 *
 * Says no for all else: ARG and ENV are in its environment, USER and SHELL say how it runs, RUN, raw text and other installs may make what it needs.
 * The folders right below the root that hold applications (`/opt`, `/srv`) are taken to be there in the base.
 */

import type { Install, Instruction } from './instruction.js';
import { literalPath, shownText, type PathText } from '../text.js';
import { absolutePath, folderAfter, normalPath } from './folder.js';
import { isMetadata } from './is-metadata.js';

/** Where managers read configuration and write packages, in the images that we know. */
const MANAGED =
  '/bin /boot /dev /etc /home /lib /lib32 /lib64 /libx32 /opt/conda /opt/mamba /opt/venv /proc /root /run /sbin /sys /tmp /usr /var'.split(' ');

/** The one place below them that is for applications: the working directory of the official language images. */
const APPLICATIONS = '/usr/src/';

export function mayStandBefore(install: Install, before: readonly Instruction[]): boolean {
  const passed = before.at(-1);
  if (passed === undefined) return false;
  if (isMetadata(passed)) return true;
  switch (passed.kind) {
    case 'copy':
    case 'add':
    case 'file':
      return isApart(install, before, destinationOf(passed.to, before.slice(0, -1)));
    case 'workdir':
      return isApart(install, before, before.reduce(folderAfter, undefined));
    default:
      return false;
  }
}

function destinationOf(to: PathText, before: readonly Instruction[]): string | undefined {
  const path = literalPath(to);
  return path === undefined ? undefined : absolutePath(path, before.reduce(folderAfter, undefined));
}

function isApart(install: Install, before: readonly Instruction[], destination: string | undefined): boolean {
  if (destination === undefined || destination === '/' || namesRelativePath(install)) return false;
  if (destination !== '/usr/src' && !destination.startsWith(APPLICATIONS) && MANAGED.some((folder) => isRelated(folder, destination))) return false;
  const named = [...textsOf(install), ...before.flatMap(environmentTexts)].flatMap(pathsIn);
  return !named.some((path) => isRelated(path, destination));
}

function isRelated(path: string, other: string): boolean {
  return `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`);
}

function textsOf(install: Install): readonly string[] {
  const { prepare, command, cacheOptions, noCacheOptions, packages, options, cleanup, traces = [], caches, mounts, reads, environment } = install;
  const targets = [...caches, ...mounts].flatMap((mount) => ('target' in mount && mount.target !== undefined ? [shownText(mount.target)] : []));
  const values = [...packages, ...environment].map(({ value }) => value);
  return [
    ...prepare,
    command,
    ...cacheOptions,
    ...noCacheOptions,
    ...values,
    ...options,
    ...cleanup,
    ...traces,
    ...targets,
    ...reads.map(({ target }) => target),
  ];
}

function environmentTexts(instruction: Instruction): readonly string[] {
  if (instruction.kind !== 'env') return [];
  return instruction.entries.map(({ value }) => value.map((part) => (typeof part === 'string' ? part : (part.word ?? ''))).join(''));
}

/** `/opt/venv/bin/pip` is about all of `/opt/venv`, so two levels are what counts. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/\/[^\s'":=,;]*/g)].map(([path]) => normalPath(path).split('/').slice(0, 3).join('/')).filter((path) => path !== '/');
}

/** Cautious: a bare word as an option's value (`--find-links wheels`) may be a folder. */
function namesRelativePath({ packages, options }: Install): boolean {
  const words = options.flatMap((option) => option.split(/[\s=]+/).map((word) => word.replaceAll(/['"]/g, '')));
  const mayBePath = words.some((word) => word !== '' && !/^(-|\/|\d|[a-z+]+:\/\/)/.test(word));
  return (
    mayBePath || packages.some(({ value }) => /^\.{1,2}(\/|$)|\/$/.test(value) || (!value.includes('://') && /\.(whl|zip|gz|deb|rpm)$/.test(value)))
  );
}
