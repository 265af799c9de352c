/**
 * createBuildRecord(): what an engine said of a build that failed: which step, why, and which lines of the Dockerfile it showed.
 *
 *     Dockerfile:6
 *     --------------------
 *        5 |     WORKDIR /opt
 *        6 | >>> RUN make
 *     --------------------
 *     ERROR: failed to build: failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2
 */

import type { BuildEvent, StepEvent, WarningEvent } from '../../engine/build-events.js';

export interface EngineFailure {
  /** The first step that failed. */
  readonly step?: Pick<StepEvent, 'id' | 'name'>;
  /** The engine's reason, without the names of what passed it on. */
  readonly reason: string;
  /** 1-based lines of the Dockerfile. */
  readonly lines: readonly number[];
  /** Of the command that a RUN ran. */
  readonly exitCode?: number;
  /** Whole lines that the step printed. */
  readonly output: readonly string[];
}

export interface BuildRecord {
  readonly add: (event: BuildEvent) => void;
  /** Undefined where it said nothing of a failure. */
  readonly failure: () => EngineFailure | undefined;
  /** What the builder finds odd, each once. */
  readonly warnings: () => readonly WarningEvent[];
}

const REASON = /^(?:ERROR|Error|error): (?:failed to build: )?(?:failed to solve(?: with frontend \S+)?: )?(.*)$/;
const MARKED = /^ *(\d+) \| >>> /;
const EXIT_CODE = /\bexit (?:code|status):? (\d+)$|returned a non-zero code: (\d+)$/;

export function createBuildRecord(): BuildRecord {
  const output = new Map<string, string[]>();
  const texts: string[] = [];
  const failed: StepEvent[] = [];
  const warnings = new Map<string, WarningEvent>();
  const add = (event: BuildEvent): void => {
    if (event.kind === 'text') texts.push(event.line);
    if (event.kind === 'step' && event.state === 'failed') failed.push(event);
    if (event.kind === 'warning') warnings.set(`${event.lines[0]} ${event.message}`, event);
    if (event.kind !== 'log') return;
    const lines = output.get(event.id) ?? [];
    lines.push(...event.lines);
    output.set(event.id, lines);
  };
  return { add, failure: () => failureOf({ output, texts, failed }), warnings: () => [...warnings.values()] };
}

interface Recorded {
  readonly output: ReadonlyMap<string, readonly string[]>;
  readonly texts: readonly string[];
  readonly failed: readonly StepEvent[];
}

function failureOf({ output, texts, failed }: Recorded): EngineFailure | undefined {
  const said = texts.findLast((line) => REASON.test(line) || EXIT_CODE.test(line));
  const step = failed.find(({ error }) => error !== undefined && said?.includes(error) === true) ?? failed[0];
  const reason = (step?.error ?? said)?.replace(REASON, '$1');
  if (reason === undefined) return undefined;
  const exitCode = EXIT_CODE.exec(reason);
  return {
    ...(step === undefined ? {} : { step: { id: step.id, name: step.name } }),
    reason,
    lines: markedLines(texts, reason),
    ...(exitCode === null ? {} : { exitCode: Number(exitCode[1] ?? exitCode[2]) }),
    output: (step && output.get(step.id)) ?? [],
  };
}

function markedLines(texts: readonly string[], reason: string): readonly number[] {
  const marked = texts.flatMap((line) => MARKED.exec(line)?.[1] ?? []);
  const named = /\bparse error on line (\d+):/.exec(reason)?.[1];
  return [...new Set([...marked, ...(named === undefined ? [] : [named])].map(Number))];
}
