/**
 * Stages of their own for what only installing needs. Packages for building (`apt: { packages, build }`) go to one in which the Python packages are installed,
 * and to those that other languages make their programs in; the stage that asked copies the results. A compiler then never is in the image.
 *
 *     FROM debian:bookworm-slim AS build
 *     RUN apt-get install gcc python3 python3-venv
 *     RUN python3 -m venv /opt/venv && /opt/venv/bin/pip install pyyaml
 *     FROM debian:bookworm-slim
 *     RUN apt-get install python3
 *     COPY --from=build /opt/venv /opt/venv
 *
 * Spec in, specs out. Refuses a stage that has such packages and nothing that is known to be built with them.
 */

import type { Report } from '../diagnostics.js';
import type { StageSpec, SystemPackagesSpec } from '../spec/spec.js';
import { mayBuildWith } from './building-packages.js';
import type { VenvSource } from './context.js';
import { splitEnv } from './env.js';
import type { ToolStage } from './languages/language.js';
import { DEFAULT_VENV, pythonEnvironment, withVenv } from './python-environment.js';

export interface SplitStage {
  /** Comes before the stage that copies from it. */
  readonly build: StageSpec;
  readonly venvFrom: VenvSource;
}

export interface SplitContext {
  readonly report: Report;
  readonly nameStage: (wanted: string) => string;
  /** Whether another language makes its programs in a stage of its own. */
  readonly hasToolStages: boolean;
}

export function splitStage(stage: StageSpec, { report, nameStage, hasToolStages }: SplitContext): SplitStage | undefined {
  const [first] = stage.system.flatMap(({ build }) => build);
  const python = first && pythonEnvironment(stage, report);
  if (!first || (!python && hasToolStages)) return undefined;
  if (!python || python.venv?.value === false) {
    report.error('build-without-installer', first.origin, python ? environmentNeeded(first.value) : installerNeeded(first.value));
    return undefined;
  }
  const name = nameStage('build');
  const venv = { value: python.venv?.value || DEFAULT_VENV, origin: python.venv?.origin ?? python.origin };
  return { build: { ...bareStage(stage), name, ...withVenv(stage, venv) }, venvFrom: { stage: name, venv: venv.value } };
}

/** A stage that has what `stage` installs with, and its packages for building; what it is for goes on from there. */
export function toolStage(stage: StageSpec, { name, base, hasBuildPackages = true }: ToolStage): StageSpec {
  const bare = bareStage(stage);
  if (!hasBuildPackages) return { ...bare, name, ...(base === undefined ? {} : { base }), system: [] };
  if (base === undefined) return { ...bare, name };
  if (base.kind === 'stage') return { ...continuation(bare), name, base };
  // Another base has no use for what the image runs with.
  const system = stage.system.flatMap((request) =>
    request.build.length === 0 ? [] : [{ ...request, packages: request.build, build: [], debs: [] }],
  );
  return { ...bare, name, base, system };
}

/** @param taken names that it may not have; each new one is added */
export function stageNamer(stage: StageSpec, taken: Set<string>): (wanted: string) => string {
  return (wanted) => freeName(stage.name === undefined ? wanted : `${stage.name}-${wanted}`, taken);
}

function installerNeeded(name: string): { message: string; hint: string } {
  return {
    message: `"${name}" is only for building, and this stage has no pip packages that could be built with it`,
    hint: "declare a stage that builds, and copy the result: stages: { build: {…} }, copy: [{ stage: 'build', from, to }]",
  };
}

function environmentNeeded(name: string): { message: string; hint: string } {
  return {
    message: `"${name}" is only for building, and what pip builds without an environment cannot be copied from a stage of its own`,
    hint: `leave venv out, for ${DEFAULT_VENV}, or name another folder`,
  };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}

/** What stands on a stage of its own has all that it has, but for arguments. */
function continuation({ shell: _shell, ...bare }: StageSpec): StageSpec {
  return { ...bare, env: [], system: [] };
}

function bareStage(stage: StageSpec): StageSpec {
  const { base, args, shell, origin, system, certificates } = stage;
  return {
    origin,
    base,
    args,
    ...(shell === undefined ? {} : { shell }),
    env: splitEnv(stage).forInstalls,
    certificates,
    system: system.map(forBuilding),
    // They say which variables stand before their packages.
    languages: stage.languages,
    steps: [],
    expose: [],
    volumes: [],
    labels: [],
    onbuild: [],
    raw: [],
  };
}

function forBuilding(request: SystemPackagesSpec): SystemPackagesSpec {
  const { packages, build } = request;
  return { ...request, packages: [...packages.filter(({ value }) => mayBuildWith(value)), ...build], build: [] };
}
