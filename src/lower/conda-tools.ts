/**
 * The tools that make conda environments: their images, and what they run.
 *
 *     micromamba create --yes --prefix /opt/conda --override-channels --channel conda-forge python=3.12
 *     conda env create --prefix /opt/conda --file /tmp/conda/environment.yml
 *     pixi install --locked --manifest-path /opt/pixi/pixi.toml
 *
 * Files are copied out of the cache: a link into a cache mount would be broken in the image.
 */

import { posix } from 'node:path';
import type { Install } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { CondaEnvironment, CondaTool } from '../spec/language-specs.js';
import { sourceDate } from './source-date.js';

export type CondaCommands = Pick<Install, 'command' | 'reads' | 'traces' | 'caches' | 'environment'>;

export interface CondaRequest {
  readonly folder: string;
  readonly environment: CondaEnvironment;
}

export interface CondaToolCommands {
  /** A fixed version: what is made does not depend on the day. */
  readonly image: string;
  /** Where it makes the environment, when it does not let one choose. */
  readonly folder?: string;
  readonly commands: (request: CondaRequest) => CondaCommands;
}

const FORGE = 'condaforge/miniforge3:24.11.3-0';
const PLACE = '/tmp/conda';
const CACHE = '/var/cache/conda';
const PIXI = '/opt/pixi';

export const condaTools: { readonly [T in CondaTool]: CondaToolCommands } = {
  micromamba: {
    image: 'mambaorg/micromamba:2.0.5',
    commands: (request) => create(request, { create: 'micromamba create --yes', fromFile: 'micromamba create --yes' }),
  },
  mamba: { image: FORGE, commands: (request) => create(request, { create: 'mamba create --yes', fromFile: 'mamba env create --yes' }) },
  conda: { image: FORGE, commands: (request) => create(request, { create: 'conda create --yes', fromFile: 'conda env create --yes' }) },
  pixi: { image: 'ghcr.io/prefix-dev/pixi:0.41.4', folder: `${PIXI}/.pixi/envs/default`, commands: installPixi },
};

interface Verbs {
  readonly create: string;
  readonly fromFile: string;
}

function create({ folder, environment }: CondaRequest, verbs: Verbs): CondaCommands {
  const { file, lock } = environment;
  const source = file ?? lock;
  return {
    command: [
      file ? verbs.fromFile : verbs.create,
      `--prefix ${shellWord(folder)}`,
      ...channelOptions(environment),
      ...(source ? [`--file ${shellWord(placeOf(source, PLACE))}`] : []),
    ].join(' '),
    reads: source ? [readAt(source, PLACE)] : [],
    // It bears times. Without the file, conda would take the folder for none of its own.
    traces: [`truncate --size=0 ${shellWord(`${folder}/conda-meta/history`)}`],
    caches: [{ type: 'cache', target: CACHE }],
    environment: [
      { name: 'CONDA_ALWAYS_COPY', value: 'true' },
      { name: 'CONDA_CHANNEL_PRIORITY', value: 'strict' },
      { name: 'CONDA_PKGS_DIRS', value: CACHE },
      sourceDate,
    ],
  };
}

/** Those of the author alone. A file names its own; a lock file names packages by their URLs. */
function channelOptions({ channels, packages }: CondaEnvironment): readonly string[] {
  const named = channels.length === 0 && packages.length > 0 ? ['conda-forge'] : channels.map(({ value }) => value);
  return named.length === 0 ? [] : ['--override-channels', ...named.map((channel) => `--channel ${shellWord(channel)}`)];
}

function installPixi({ environment: { file, lock } }: CondaRequest): CondaCommands {
  const files = [file, lock].filter((each) => each !== undefined);
  return {
    command: `pixi install${lock ? ' --locked' : ''} --manifest-path ${shellWord(placeOf(file!, PIXI))}`,
    reads: files.map((each) => readAt(each, PIXI)),
    caches: [{ type: 'cache', target: CACHE }],
    environment: [{ name: 'PIXI_CACHE_DIR', value: CACHE }],
  };
}

function readAt(file: Located<string>, place: string): Install['reads'][number] {
  return { source: posix.normalize(file.value), target: placeOf(file, place), origin: file.origin };
}

function placeOf({ value }: Located<string>, place: string): string {
  return `${place}/${posix.basename(value)}`;
}
