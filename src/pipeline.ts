/**
 * compile(): the whole flow on one screen. Pure and synchronous: no fs, no process, no console.
 *
 *     definition --resolve--> spec --lower--> program --passes--> program --print--> text + origins
 *                                                          |
 *                                                   rules -> diagnostics
 */

import { createReport, hasErrors, type Diagnostic } from './diagnostics.js';
import type { PathChanges } from './ir/change-probability.js';
import type { Program } from './ir/program.js';
import { lower } from './lower/lower.js';
import type { Origin } from './origin.js';
import { passSteps, type PassStep } from './passes/index.js';
import { printDockerfile } from './print/dockerfile.js';
import { printDockerignore } from './print/dockerignore.js';
import { applyRules } from './rules/index.js';
import type { ProjectFacts } from './spec/project-facts.js';
import { resolve } from './spec/resolve.js';
import type { ImageSpec } from './spec/spec.js';
import type { ImageDefinition } from './spec/types.js';

export interface CompileOptions {
  /** Name of the project folder; used where the definition has no `name`. */
  readonly dir?: string;
  /** Overrides the definition's `layers`. */
  readonly layers?: ImageSpec['layers'];
  /** Levels of rules by their names, whatever the definition says. */
  readonly lint?: ImageSpec['lint'];
  /** Whether the Dockerfile has comments. @default true */
  readonly comments?: boolean;
  /** Name of the definition file, for the headers. @default 'image.ts' */
  readonly source?: string;
  /** For `labels: { oci: true }`: what is known of the project besides its name and version. */
  readonly project?: ProjectFacts;
  /** How often paths of the context change: the share of the commits that do, by the paths as the definition has them. @default the classes of the cost model */
  readonly changes?: PathChanges;
  /** Where the Dockerfile will be written, relative to the definition file, when it is neither `Dockerfile` nor `NAME.Dockerfile`: kept out of the image. */
  readonly output?: string;
  /** Absolute path of the folder of the definition file, with slashes: tells where that is in a `context` above it. */
  readonly path?: string;
}

/** What came out: text and all that made it, or, when there are errors, only the diagnostics. */
export type Compiled =
  | {
      readonly ok: true;
      readonly dockerfile: string;
      readonly dockerignore: string;
      readonly spec: ImageSpec;
      readonly program: Program;
      /** What each pass made of the program, in their order. */
      readonly passes: readonly PassStep[];
      /** Origins of each line of `dockerfile`: `origins[0]` belongs to line 1. */
      readonly origins: readonly (readonly Origin[])[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly ok: false;
      readonly diagnostics: readonly Diagnostic[];
      /** What there is nevertheless, before the passes and without what is wrong: so that more can be told of it at once. */
      readonly partial?: { readonly spec: ImageSpec; readonly program: Program };
    };

export function compile(definition: ImageDefinition, options: CompileOptions = {}): Compiled {
  const report = createReport();
  const spec = resolve(definition, options, report);
  if (spec === undefined) return { ok: false, diagnostics: report.diagnostics };
  const lowered: Program = { ...lower(spec, report), ...(options.changes === undefined ? {} : { changes: options.changes }) };
  const failed = () => ({ ok: false as const, diagnostics: report.diagnostics, partial: { spec, program: lowered } });
  if (hasErrors(report.diagnostics)) return failed();
  const passes = passSteps(lowered, spec.layers);
  const program = passes.at(-1)?.after ?? lowered;
  applyRules(program, spec.lint, report);
  const printed = printDockerfile(program, { comments: spec.comments, ...(options.source === undefined ? {} : { source: options.source }) }, report);
  if (hasErrors(report.diagnostics)) return failed();
  return {
    ok: true,
    dockerfile: printed.text,
    dockerignore: printDockerignore(program, options),
    spec,
    program,
    passes,
    origins: printed.origins,
    diagnostics: report.diagnostics,
  };
}
