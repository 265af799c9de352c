/** Specs to lower: what a test does not say is empty. */

import { createReport, hasErrors, type Diagnostic } from '../../src/diagnostics.js';
import { dump } from '../../src/ir/dump.js';
import { lower } from '../../src/lower/lower.js';
import type { Located, Origin } from '../../src/origin.js';
import type { ImageSpec, PipSpec, PythonLockSpec, RunSpec, StageSpec, SystemManagerName, SystemPackagesSpec, UserSpec } from '../../src/spec/spec.js';

export function at(...path: readonly (string | number)[]): Origin {
  return { path };
}

/** A list as it stands in the definition: `located(['a', 'b'], 'apt')` is at `apt[0]` and `apt[1]`. */
export function located(values: readonly string[], ...path: readonly (string | number)[]): readonly Located<string>[] {
  return values.map((value, index) => ({ value, origin: at(...path, index) }));
}

export function stage(base: string, fields: Partial<StageSpec> = {}): StageSpec {
  const path = fields.name === undefined ? [] : ['stages', fields.name];
  return {
    origin: at(...path),
    base: { kind: 'image', image: base, origin: at(...path, 'base') },
    args: [],
    env: [],
    certificates: [],
    system: [],
    languages: {},
    steps: [],
    expose: [],
    volumes: [],
    labels: [],
    onbuild: [],
    raw: [],
    ...fields,
  };
}

export function image(stages: readonly StageSpec[], fields: Partial<ImageSpec> = {}): ImageSpec {
  const container = { interactive: false, detach: false, mounts: [], ports: [], env: [], remove: true };
  return { tags: [], stages, layers: 'cache', comments: true, ignore: [], lint: {}, container, contexts: [], platforms: [], ...fields };
}

export function system(manager: SystemManagerName, packages: readonly string[], fields: Partial<SystemPackagesSpec> = {}): SystemPackagesSpec {
  const lists = { build: [], repositories: [], ppas: [], debs: [], modules: [] };
  return { manager, packages: located(packages, manager), recommends: false, origin: at(manager), ...lists, ...fields };
}

export function pip(packages: readonly string[], fields: Partial<PipSpec> = {}): PipSpec {
  const lists = { requirements: [], constraints: [], extraIndexes: [], findLinks: [], secrets: [] };
  return { packages: located(packages, 'pip'), installer: 'pip', requireHashes: false, origin: at('pip'), ...lists, ...fields };
}

export function pythonLock(field: 'uv' | 'poetry', fields: Partial<PythonLockSpec> = {}): PythonLockSpec {
  const project = { folder: { value: '.', origin: at(field) }, extras: [], dependenciesOnly: false, uses: [] };
  return { project, groups: [], frozen: true, secrets: [], origin: at(field), ...fields };
}

export function user(name: string | undefined, fields: Partial<UserSpec> = {}): UserSpec {
  return { ...(name === undefined ? {} : { name }), groups: [], create: name !== undefined, origin: at('user'), ...fields };
}

export function run(script: RunSpec['script'], fields: Partial<RunSpec> = {}): RunSpec {
  return { kind: 'run', script, uses: [], mounts: [], env: [], verbatim: false, origin: at('run', 0), ...fields };
}

/** The program that comes out, or the diagnostics. */
export function lowered(...stages: readonly StageSpec[]): string | readonly Diagnostic[] {
  return loweredImage(image(stages));
}

export function loweredImage(spec: ImageSpec): string | readonly Diagnostic[] {
  const report = createReport();
  const program = lower(spec, report);
  return hasErrors(report.diagnostics) ? report.diagnostics : dump(program);
}

/** Diagnostics as lines: `error apt[1]: message (code) hint`, for tables. */
export function faults(...stages: readonly StageSpec[]): readonly string[] {
  const report = createReport();
  lower(image(stages), report);
  return report.diagnostics.map(({ code, message, hint }) => `${code}: ${message} | ${hint}`);
}

/** The installation of packages of Debian, as it is shown in a stage: for tests of what brings the packages along, which show it by name. */
export function shownApt(...packages: readonly string[]): string {
  return `(install
      (comment "System packages")
      apt
      (prepare "apt-get update")
      (command "apt-get install -y --no-install-recommends")
      (cache-options "-o Dir::Cache::archives=kept" "-o Dir::Cache::srcpkgcache=kept.index")
      (packages ${packages.map((name) => JSON.stringify(name)).join(' ')})
      (cleanup "rm -rf /var/lib/apt/lists/*")
      (traces
        "rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log")
      (caches
        (mount cache (sharing "locked") (target "/var/cache/apt"))
        (mount cache (sharing "locked") (target "/var/lib/apt/lists")))
      (environment DEBIAN_FRONTEND "noninteractive")
      sortable
      mergeable)`;
}
