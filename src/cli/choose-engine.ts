/**
 * chooseEngine(): the engine that a verb uses: the one that is asked for, or the first that is on PATH.
 */

import { engines, type EngineName } from '../engine/index.js';
import type { Engine } from '../engine/engine.js';
import { findProgram } from '../engine/find-program.js';
import { CliError } from './cli-error.js';

export interface EngineChoice {
  readonly engine: Engine;
  /** Absolute path of its program. */
  readonly program: string;
  /** What its builder says of its version, where that was asked. */
  readonly builder?: string;
}

/** What else it must do: run containers, or search Docker Hub. */
export type EngineNeed = 'build' | 'run' | 'search';

export function chooseEngine(wanted: EngineName | undefined, need: EngineNeed): EngineChoice {
  const able = Object.values<Engine>(engines).filter((engine) => isAble(engine, need));
  if (wanted !== undefined) return wantedEngine(engines[wanted], need);
  for (const engine of able) {
    const program = findProgram(engine.command, process.env);
    if (program !== undefined) return { engine, program };
  }
  const remedy = `install Docker (${engines.docker.website}) or Podman (${engines.podman.website})`;
  throw new CliError({ code: 'no-engine', message: `no container engine found, neither ${names(able)}; ${remedy}` });
}

/** The engine whose commands are shown and not run: the one that is asked for, installed or not; else the first that is; on a machine without any, docker. */
export function planEngine(wanted: EngineName | undefined, need: EngineNeed): Engine {
  if (wanted !== undefined) return ableEngine(engines[wanted], need);
  try {
    return chooseEngine(undefined, need).engine;
  } catch {
    return engines.docker;
  }
}

function wantedEngine(engine: Engine, need: EngineNeed): EngineChoice {
  const program = findProgram(ableEngine(engine, need).command, process.env);
  if (program !== undefined) return { engine, program };
  throw new CliError({
    code: 'no-engine',
    message: `${engine.name} is not installed; ${engine.website} tells how to, or choose another with --engine`,
  });
}

function ableEngine(engine: Engine, need: EngineNeed): Engine {
  if (isAble(engine, need)) return engine;
  const hint = need === 'run' ? 'podman runs what buildah built: --engine podman' : 'choose another with --engine';
  throw new CliError({
    code: 'usage',
    message: `${engine.name} builds images, but does not ${need} ${need === 'run' ? 'them' : 'Docker Hub'}`,
    hint,
  });
}

function isAble({ runArguments, sharing }: Engine, need: EngineNeed): boolean {
  return need === 'build' || (need === 'run' ? runArguments : sharing.searchArguments) !== undefined;
}

function names(list: readonly Engine[]): string {
  const all = list.map((engine) => engine.name);
  return `${all.slice(0, -1).join(', ')} nor ${all.at(-1)}`;
}
