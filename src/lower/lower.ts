/**
 * lower(): the spec as a program. Every instruction bears the origins of what asked for it.
 *
 *     { base: 'debian:bookworm-slim', apt: ['git'], copy: { '.': '/opt/tool/' } }
 *
 *     (stage (from "debian:bookworm-slim") (install apt … "git") (copy "." "/opt/tool/"))
 *
 * It chooses the order of what has none, and what the base asks for: which package manager, where Python packages go, how a user is created. It does not
 * optimise: that is for the passes. Everything wrong is reported at once, and left out.
 */

import { createReport, type Report } from '../diagnostics.js';
import type { Arg } from '../ir/instruction.js';
import type { Program, Stage } from '../ir/program.js';
import type { ImageSpec, StageSpec } from '../spec/spec.js';
import type { Target } from '../target.js';
import { lowerGlobalArgs } from './args.js';
import { splitStage, stageNamer, toolStage } from './build-stage.js';
import type { StageContext } from './context.js';
import type { ToolStage } from './languages/language.js';
import { debsStage } from './debs.js';
import { planLanguages } from './plan-languages.js';
import { reportOnce } from './report-once.js';
import { lowerStage } from './stage.js';
import { takenNames } from './taken-names.js';
import { checkWindowsPaths } from './windows-paths.js';
import { stageBases, type StageBase, type StageBases } from './stage-base.js';

export function lower(spec: ImageSpec, reported: Report): Program {
  const report = reportOnce(reported);
  const { globalArgs, lowered } = lowerStages(spec, report);
  const ignore = spec.ignore.map(({ value }) => value);
  const leftOut = [...new Set(lowered.flatMap((stage) => stage.leftOut))];
  return {
    globalArgs,
    stages: lowered.flatMap(({ stages }) => stages),
    ...(spec.target === undefined ? {} : { target: spec.target.value }),
    ...(spec.dockerfile === undefined ? {} : { dockerfile: spec.dockerfile }),
    ...(leftOut.length === 0 ? {} : { leftOut }),
    ignore,
    ...contextsOf(spec),
  };
}

function contextsOf({ context, contexts }: ImageSpec): Pick<Program, 'context' | 'contexts'> {
  const further = contexts.map(({ name, value }) => ({ name, ...(value === undefined ? {} : { value }) }));
  return { ...(context === undefined ? {} : { context: context.value }), ...(further.length === 0 ? {} : { contexts: further }) };
}

interface LoweredWithBuild {
  readonly name?: string;
  /** The stage, and before it the one that builds for it, if there is one. */
  readonly stages: readonly Stage[];
  /** What a stage that builds on it stands on. */
  readonly base: StageBase;
  /** Patterns of what no folder of the context brings along. */
  readonly leftOut: readonly string[];
}

interface LoweredStages {
  readonly globalArgs: readonly Arg[];
  readonly lowered: readonly LoweredWithBuild[];
}

function lowerStages(spec: ImageSpec, report: Report): LoweredStages {
  const globalArgs = lowerGlobalArgs(spec, report);
  const globals = new Map(globalArgs.map((arg) => [arg.name, arg.default]));
  const bases = stageBases({ globals, imageOf }, report);
  const names = takenNames(spec);
  const shared = { globalArgs, report, ...(spec.dockerfile === undefined ? {} : { target: spec.dockerfile }) };
  return { globalArgs, lowered: spec.stages.flatMap((stage) => lowerWithBuild(stage, { bases, names, ...shared })) };
}

/** Faults of the other definition are told when it is compiled itself. */
function imageOf(definition: ImageSpec): StageBase | undefined {
  const { lowered } = lowerStages(definition, reportOnce(createReport()));
  return lowered.find(({ name }) => name === definition.target?.value)?.base;
}

interface Lowering {
  readonly bases: StageBases;
  /** Names that no further stage may have. */
  readonly names: Set<string>;
  readonly globalArgs: readonly Arg[];
  readonly report: Report;
  readonly target?: Target;
}

type Shared = Pick<StageContext, 'report' | 'globalArgs' | 'debsFrom' | 'target'>;

function lowerWithBuild(stage: StageSpec, lowering: Lowering): readonly LoweredWithBuild[] {
  const { bases, names, globalArgs, report, target } = lowering;
  const base = bases.of(stage);
  // A stage that does not exist is reported where the spec is checked.
  if (!base) return [];
  checkWindowsPaths({ stage, base, report });
  const nameStage = stageNamer(stage, names);
  const debs = debsStage(stage, nameStage);
  const shared = { base, report, globalArgs, ...(target === undefined ? {} : { target }), ...(debs ? { debsFrom: debs.name } : {}) };
  const languages = planLanguages({ stage, base, report, nameStage });
  const split = splitStage(stage, { report, nameStage, hasToolStages: languages.toolStages.length > 0 });
  const build = split && lowerStage({ stage: split.build, ...shared, isVenvSource: true });
  const tools = languages.toolStages.flatMap((tool) => lowerToolStage(tool, stage, { bases, ...shared }));
  const lowered = lowerStage({ stage, ...shared, languages, ...(split ? { venvFrom: split.venvFrom } : {}) });
  if (stage.name !== undefined) bases.add(stage.name, lowered.base);
  const stages = [...(debs ? [debs] : []), ...(build ? [build.stage] : []), ...tools, lowered.stage];
  return [{ ...(stage.name === undefined ? {} : { name: stage.name }), stages, base: lowered.base, leftOut: languages.leftOut ?? [] }];
}

function lowerToolStage(tool: ToolStage, stage: StageSpec, { bases, ...shared }: Pick<Lowering, 'bases'> & Shared): readonly Stage[] {
  const spec = toolStage(stage, tool);
  const base = bases.of(spec);
  if (!base) return [];
  const lowered = lowerStage({ stage: spec, ...shared, base, languages: tool, isTool: true });
  bases.add(tool.name, lowered.base);
  return [lowered.stage];
}
