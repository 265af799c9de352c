/**
 * Packages that only building needs (`apt: { packages, build }`) get a stage of their own, in which the Python packages are installed; the stage that asked
 * for them copies the result. A compiler then never is in the image.
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
import type { Origin } from '../origin.js';
import type { PipSpec, StageSpec } from '../spec/spec.js';
import type { VenvSource } from './context.js';
import { splitEnv } from './env.js';
import { DEFAULT_VENV } from './python-target.js';

export interface SplitStage {
  /** Comes before the stage that copies from it. */
  readonly build: StageSpec;
  readonly venvFrom: VenvSource;
}

/** @param taken names of stages; the new one is added */
export function splitStage(stage: StageSpec, taken: Set<string>, report: Report): SplitStage | undefined {
  const [first] = stage.system.flatMap(({ manager, build }) => build.map((request) => ({ ...request, manager })));
  if (!first) return undefined;
  const { pip } = stage;
  if (!pip || pip.venv?.value === false) {
    report.error('build-without-installer', first.origin, pip ? environmentNeeded(first.value) : installerNeeded(first.value));
    return undefined;
  }
  const name = freeName(stage.name === undefined ? 'build' : `${stage.name}-build`, taken);
  const venv = pip.venv?.value || DEFAULT_VENV;
  return { build: buildStage(stage, { name, venv, pip }), venvFrom: { stage: name, venv } };
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

function buildStage(stage: StageSpec, { name, venv, pip }: { readonly name: string; readonly venv: string; readonly pip: PipSpec }): StageSpec {
  const { base, args, shell, origin, system } = stage;
  const venvOrigin: Origin = pip.venv?.origin ?? pip.origin;
  return {
    name,
    origin,
    base,
    args,
    ...(shell === undefined ? {} : { shell }),
    env: splitEnv(stage).forInstalls,
    system: system.map((request) => ({ ...request, packages: [...request.packages, ...request.build], build: [] })),
    pip: { ...pip, venv: { value: venv, origin: venvOrigin } },
    steps: [],
    expose: [],
    volumes: [],
    labels: [],
    raw: [],
  };
}
