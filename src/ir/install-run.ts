/**
 * installRun(): the RUN that carries out a request to a package manager.
 *
 * In: an `install` on which a pass has decided (or not) between cache mounts and clean-up. Out: a `run` of its commands: prepare, install, clean-up, traces.
 *
 *     (install apt "curl" "git"), caching = cleanup
 *
 *     RUN apt-get update && \
 *         DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
 *             curl \
 *             git && \
 *         rm -rf /var/lib/apt/lists/* && \
 *         rm -rf /var/log/apt/*
 *
 * Decides nothing: it sorts no packages and picks no policy; the passes have done so.
 */

import type { Mount } from '../mount.js';
import { mergeOrigins } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { Install, Run, ShellCommand } from './instruction.js';

export function installRun(install: Install): Run {
  const { packages, reads, prepare } = install;
  const commands = [...prepare.map(plainCommand), installCommand(install), ...removals(install).map(plainCommand)];
  return {
    kind: 'run',
    origins: mergeOrigins(
      install.origins,
      packages.map(({ origin }) => origin),
      reads.map(({ origin }) => origin),
    ),
    ...(install.comment === undefined ? {} : { comment: install.comment }),
    script: { form: 'commands', commands },
    mounts: mountsOf(install),
    verbatim: false,
  };
}

/** As it is written where no pass has decided: then nothing is removed. */
function removals({ caching, cleanup, traces = [] }: Install): readonly string[] {
  if (caching === undefined) return [];
  return caching === 'cleanup' ? [...cleanup, ...traces] : traces;
}

function plainCommand(line: string): ShellCommand {
  return { line, arguments: [], isolated: false };
}

function installCommand(install: Install): ShellCommand {
  const environment = install.environment.map(({ name, value }) => `${name}=${shellWord(value)}`);
  return {
    line: [...environment, install.command, ...cacheOptionsOf(install)].join(' '),
    arguments: [...install.packages.map(({ value }) => shellWord(value)), ...install.options],
    isolated: false,
    argumentOrigins: [...install.packages.map(({ origin }) => [origin]), ...install.options.map(() => install.origins)],
  };
}

function cacheOptionsOf({ caching, cacheOptions, noCacheOptions }: Install): readonly string[] {
  if (caching === undefined) return [];
  return caching === 'mounts' ? cacheOptions : noCacheOptions;
}

function mountsOf(install: Install): readonly Mount[] {
  const caches = install.caching === 'mounts' ? install.caches : [];
  const binds = install.reads.map(({ origin: _origin, ...read }): Mount => ({ type: 'bind', ...read }));
  return [...install.mounts, ...caches, ...binds];
}
