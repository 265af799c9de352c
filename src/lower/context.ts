/** What the sections of a stage are given. */

import type { Report } from '../diagnostics.js';
import type { Arg, Copy, Instruction } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import type { StageSpec } from '../spec/spec.js';
import type { Target } from '../target.js';
import type { StageBase } from './stage-base.js';

export interface StageContext {
  readonly stage: StageSpec;
  readonly base: StageBase;
  readonly report: Report;
  /** Build arguments before the first FROM. */
  readonly globalArgs: readonly Arg[];
  /** What the Dockerfile is for, when that is not the default. */
  readonly target?: Target;
  /** The stage that has fetched its packages that are downloaded by themselves. */
  readonly debsFrom?: string;
  /** Where this stage takes its Python packages from, when another has installed them. */
  readonly venvFrom?: VenvSource;
  /** What the packages of other languages take. */
  readonly languages?: LanguageParts;
  /** Whether the steps are those of what builds on it. */
  readonly isTrigger?: boolean;
  /** Whether it exists only to install what another copies. */
  readonly isTool?: boolean;
  /** Whether the Python packages are all that is taken from this stage. */
  readonly isVenvSource?: boolean;
}

export interface VenvSource {
  readonly stage: string;
  readonly venv: string;
}

export interface LanguageParts {
  readonly systemPackages: readonly Located<string>[];
  readonly instructions: readonly Instruction[];
  readonly files?: readonly Copy[];
}
