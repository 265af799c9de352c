/**
 * What installs projects of Node.js: npm, which comes with it, and pnpm, yarn and bun, which come from npm's registry.
 *
 * All install exactly what the lock file says, or fail. Each is told where its cache is: the image's environment (`HOME`, `XDG_CACHE_HOME`) may have it look
 * elsewhere.
 */

import type { Install } from '../ir/instruction.js';
import type { NodeManagerName } from '../spec/language-specs.js';

export type ManagerCommands = Pick<Install, 'command'> &
  Partial<Pick<Install, 'cacheOptions' | 'noCacheOptions' | 'cleanup' | 'caches' | 'environment'>>;

export interface NodeManager {
  readonly lock: string;
  /** As npm's registry has it; undefined: the one that comes with Node.js. */
  readonly package: (version: string | undefined) => string | undefined;
  readonly install: (request: InstallRequest) => ManagerCommands;
  /** Of a script that is a word for the shell. */
  readonly run: (script: string, version: string | undefined) => string;
  /** What is of use to the manager alone, and other each time: below the folder of the project, as the shell's patterns have it. */
  readonly leftovers: (version: string | undefined) => readonly string[];
}

export interface InstallRequest {
  readonly production: boolean;
  readonly version: string | undefined;
}

const QUIET = '--no-audit --no-fund';

const NPM_CACHE = '/root/.npm';

/** Without a cache mount there is nothing to keep; its log is in its cache. */
const NPM_TEMPORARY = '/tmp/npm';

export const npmCommand = (command: string): ManagerCommands => ({
  command: `npm ${command} ${QUIET}`,
  cacheOptions: [`--cache=${NPM_CACHE}`],
  noCacheOptions: [`--cache=${NPM_TEMPORARY}`],
  cleanup: [`rm -rf ${NPM_TEMPORARY}`],
  caches: [{ type: 'cache', target: NPM_CACHE }],
  // Newer ones would leave their compiled code in /tmp.
  environment: [{ name: 'NODE_DISABLE_COMPILE_CACHE', value: '1' }],
});

const PNPM_STORE = '/root/.local/share/pnpm/store';
const YARN_CACHE = '/root/.cache/yarn';
const BERRY_FOLDER = '/root/.yarn/berry';
const BUN_CACHE = '/root/.bun/install/cache';

export const nodeManagers: { readonly [N in NodeManagerName]: NodeManager } = {
  npm: {
    lock: 'package-lock.json',
    package: (version) => (version === undefined ? undefined : `npm@${version}`),
    // Said both ways: NODE_ENV may have npm think otherwise.
    install: ({ production }) => npmCommand(`ci ${production ? '--omit' : '--include'}=dev`),
    run: (script) => `npm run ${script}`,
    leftovers: () => [],
  },
  pnpm: {
    lock: 'pnpm-lock.yaml',
    package: (version = '10') => `pnpm@${version}`,
    install: ({ production }) => ({
      command: `pnpm install --frozen-lockfile ${production ? '--prod' : '--prod=false'}`,
      cacheOptions: [`--store-dir=${PNPM_STORE}`],
      caches: [{ type: 'cache', target: PNPM_STORE }],
      // Without a terminal it would refuse to replace what is there.
      environment: [{ name: 'CI', value: 'true' }],
    }),
    run: (script) => `pnpm run ${script}`,
    leftovers: () => ['node_modules/.modules.yaml', 'node_modules/.pnpm-workspace-state*.json'],
  },
  yarn: {
    lock: 'yarn.lock',
    package: (version = '1') => (isBerry(version) ? `@yarnpkg/cli-dist@${version}` : `yarn@${version}`),
    install: (request) => (isBerry(request.version) ? berryInstall(request) : yarnInstall(request)),
    // As it was installed, or it takes the project for one that is not.
    run: (script, version) => `${isBerry(version) ? 'YARN_NODE_LINKER=node-modules ' : ''}yarn run ${script}`,
    leftovers: (version) => (isBerry(version) ? ['.yarn'] : []),
  },
  bun: {
    lock: 'bun.lock',
    package: (version = '1') => `bun@${version}`,
    install: ({ production }) => ({
      command: `bun install --frozen-lockfile${production ? ' --production' : ''}`,
      caches: [{ type: 'cache', target: BUN_CACHE }],
      environment: [{ name: 'BUN_INSTALL_CACHE_DIR', value: BUN_CACHE }],
    }),
    run: (script) => `bun run ${script}`,
    leftovers: () => [],
  },
};

function isBerry(version = '1'): boolean {
  return Number.parseInt(version, 10) > 1;
}

function yarnInstall({ production }: InstallRequest): ManagerCommands {
  return {
    command: `yarn install --frozen-lockfile --non-interactive --production=${production}`,
    caches: [{ type: 'cache', target: YARN_CACHE }],
    environment: [{ name: 'YARN_CACHE_FOLDER', value: YARN_CACHE }],
  };
}

/** What it installs by default works only beside its cache, which the image does not get. */
function berryInstall({ production }: InstallRequest): ManagerCommands {
  return {
    command: production ? 'yarn workspaces focus --all --production' : 'yarn install --immutable',
    caches: [{ type: 'cache', target: BERRY_FOLDER }],
    environment: [
      { name: 'YARN_ENABLE_TELEMETRY', value: '0' },
      { name: 'YARN_GLOBAL_FOLDER', value: BERRY_FOLDER },
      { name: 'YARN_NODE_LINKER', value: 'node-modules' },
    ],
  };
}
