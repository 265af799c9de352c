/** What the manuals of all verbs have in common: exit codes, environment, files. */

import type { Manual } from '../command.js';
import type { Entry } from './manual.js';

const EXITS: Readonly<Record<string, string>> = {
  '0': 'fine',
  '1': 'findings: something is stale, or wrong in a way that was asked about',
  '2': 'wrong usage, a wrong definition, or a file that is missing or kept; what is wrong is on stderr',
  '70': 'a bug of imagewright',
};

/** `--json` prints the same on stdout, as `diagnostics`. */
const ENGINE_EXIT: Entry = { term: 'others', text: "those of the engine, when it was the engine's command that failed" };

export function exitsOf(manual: Manual | undefined, usesEngine = true): readonly Entry[] {
  const exits = { ...EXITS, ...manual?.exits };
  const own =
    manual === undefined || manual.exits?.['1'] !== undefined ? exits : Object.fromEntries(Object.entries(exits).filter(([code]) => code !== '1'));
  return [...Object.entries(own).map(([term, text]) => ({ term, text })), ...(usesEngine ? [ENGINE_EXIT] : [])];
}

const ENVIRONMENT: Readonly<Record<string, string>> = {
  NO_COLOR: 'set to anything: no colours, unless --color is given',
  FORCE_COLOR: 'set to anything but 0: colours, also where the output is no terminal',
  XDG_CACHE_HOME: 'folder of the cache where the project has no node_modules; ~/.cache without it',
};

const ENGINE_ENVIRONMENT: Readonly<Record<string, string>> = {
  'DOCKER_HOST, DOCKER_CONTEXT, BUILDX_BUILDER, CONTAINER_HOST, …': 'as the engine has them: its commands get the whole environment',
};

export function environmentOf(manual: Manual | undefined, usesEngine: boolean): readonly Entry[] {
  const all = { ...manual?.environment, ...ENVIRONMENT, ...(usesEngine ? ENGINE_ENVIRONMENT : {}) };
  return Object.entries(all).map(([term, text]) => ({ term, text }));
}

export const FILES: readonly Entry[] = [
  { term: 'image.ts', text: 'the definition; or image.mts, .cts, .js, .mjs, .cjs, .json' },
  { term: 'Dockerfile, Dockerfile.dockerignore', text: 'what it becomes; of several images NAME.Dockerfile and NAME.Dockerfile.dockerignore' },
  { term: 'docker-bake.json, NAME.def', text: 'what it becomes with "generate --format bake" and "--format apptainer"' },
  { term: 'node_modules/.cache/imagewright', text: 'the cache; it may be removed at any time' },
];
