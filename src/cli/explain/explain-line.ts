/**
 * explainLine(): a line of the Dockerfile, the lines of its instruction, and where they come from.
 */

import { mergeOrigins, type Origin } from '../../origin.js';
import type { CompiledImage } from '../compiled-image.js';
import { explainPasses, type ExplainedPass } from './explain-passes.js';

export interface ExplainedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** Of the line itself. */
  readonly origins: readonly Origin[];
  /** Those that had a hand in something of the same origin. */
  readonly passes: readonly ExplainedPass[];
}

/** Undefined for a line that the Dockerfile has not. */
export function explainLine(compiled: CompiledImage, line: number): ExplainedLine | undefined {
  const lines = compiled.dockerfile.replace(/\n$/, '').split('\n');
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  const origins = mergeOrigins(compiled.origins[line - 1] ?? []);
  const keys = origins.map((origin) => JSON.stringify(origin));
  const passes = explainPasses(compiled).filter((pass) => pass.origins.some((origin) => keys.includes(JSON.stringify(origin))));
  return { line, text, origins, passes };
}
