/**
 * explainPasses(): what each pass changed in an image, as data: the lines before and after, why, where the lines come from, and what it saves by the cost model.
 *
 * Passes that changed nothing that is printed are left out.
 */

import { createReport } from '../../diagnostics.js';
import type { Cost } from '../../ir/cost-model.js';
import { expectedCost } from '../../ir/expected-cost.js';
import { allInstructions, type Program } from '../../ir/program.js';
import { mergeOrigins, type Origin } from '../../origin.js';
import type { PassStep } from '../../passes/index.js';
import { printDockerfile } from '../../print/dockerfile.js';
import type { CompiledImage } from '../compiled-image.js';
import { changedLines } from '../unified-diff.js';

export interface ExplainedPass {
  readonly name: string;
  readonly summary: string;
  readonly why: string;
  /** Lines of the Dockerfile, with `-`, `+` or a blank before each. */
  readonly diff: readonly string[];
  readonly origins: readonly Origin[];
  /** What a commit costs less, on the average; undefined where the model cannot say. */
  readonly gain?: Cost;
}

export function explainPasses({ passes }: CompiledImage): readonly ExplainedPass[] {
  return passes.flatMap((step) => (step.before === step.after ? [] : explainStep(step)));
}

function explainStep({ pass, before, after }: PassStep): readonly ExplainedPass[] {
  const [first, second] = [printed(before), printed(after)];
  const { lines, removed, added } = changedLines(first.text, second.text);
  // What is decided here is printed the same, and shows where it is written out.
  if (lines.length === 0) return [];
  const origins = mergeOrigins(...removed.map((line) => first.origins[line] ?? []), ...added.map((line) => second.origins[line] ?? []));
  const { name, summary, why } = pass;
  const gain = gainOf(before, after);
  return [{ name, summary, why, diff: lines, origins, ...(gain === undefined ? {} : { gain }) }];
}

/** Without the header, whose hash says nothing here. */
function printed(program: Program): { readonly text: string; readonly origins: readonly (readonly Origin[])[] } {
  const { text, origins } = printDockerfile(program, { comments: true }, createReport());
  const start = text.split('\n').findIndex((line) => line.startsWith('# imagewright:')) + 1;
  return { text: text.split('\n').slice(start).join('\n'), origins: origins.slice(start) };
}

function gainOf(before: Program, after: Program): Cost | undefined {
  if (hasInstalls(before) !== hasInstalls(after)) return undefined;
  const [first, second] = [expectedCost(before), expectedCost(after)];
  return { seconds: first.seconds - second.seconds, bytes: first.bytes - second.bytes };
}

function hasInstalls(program: Program): boolean {
  return allInstructions(program).some(({ kind }) => kind === 'install');
}
