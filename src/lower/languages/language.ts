/**
 * What the packages of a language are to the lowering: a plan, made from what the field asks and what the base has.
 *
 * In: the request and what is known of the stage. Out: the packages of the distribution that it takes, a stage of its own where something is needed only to
 * install, and the instructions of the stage itself; undefined where there is a fault, which is reported.
 */

import type { Report } from '../../diagnostics.js';
import type { Copy, Instruction } from '../../ir/instruction.js';
import type { Located } from '../../origin.js';
import type { BaseSpec, StageSpec } from '../../spec/spec.js';
import type { StageBase } from '../stage-base.js';

export interface Language<S> {
  /** Variables of the environment that its tools read: what sets them stands before its packages. */
  readonly variables: RegExp;
  readonly plan: (context: LanguageContext, request: S) => LanguagePlan | undefined;
}

export interface LanguageContext {
  readonly stage: StageSpec;
  readonly base: StageBase;
  readonly report: Report;
  /** A name for a stage of its own that no other stage has: `cargo`, in the stage `app` `app-cargo`. */
  readonly nameStage: (wanted: string) => string;
}

export interface LanguagePlan {
  /** Packages of the distribution that the stage holds for it. */
  readonly systemPackages: readonly Located<string>[];
  /** Made before the stage, in the order given; it copies from them. */
  readonly toolStages: readonly ToolStage[];
  /** Of the stage itself, behind its system packages. */
  readonly instructions: readonly Instruction[];
  /** Files of the context that come first among those of the stage. */
  readonly files?: readonly Copy[];
  /** Patterns of what no folder of the context brings along: what is made in the image itself. */
  readonly leftOut?: readonly string[];
}

/** A stage that exists only to install: it has the stage's packages, those for building and its environment for installers; nothing of it stays but what is copied. */
export interface ToolStage {
  readonly name: string;
  /** Default: what the stage itself is built on. */
  readonly base?: BaseSpec;
  /** Whether it gets the stage's packages for building. Default true. */
  readonly hasBuildPackages?: boolean;
  readonly systemPackages: readonly Located<string>[];
  readonly instructions: readonly Instruction[];
}
