/**
 * Raw text with a keyword that is not in capitals: `run make`, `FROM debian as build`. All others of the Dockerfile are.
 */

import { fixAt } from '../../edit.js';
import type { RawInstruction } from '../read/raw-instructions.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const instructionCasing = lintRule({
  name: 'instruction-casing',
  level: 'warning',
  summary: 'keywords of raw text are in capitals, as all others are',
  why: 'One who reads a Dockerfile, or searches it, finds instructions by their capitals.',
  bad: { base: 'debian:bookworm-slim', raw: ['stopsignal SIGINT'] },
  good: { base: 'debian:bookworm-slim', raw: ['STOPSIGNAL SIGINT'] },
  also: ['ConsistentInstructionCasing', 'FromAsCasing'],
  check: (_program, _facts, raw) => raw.flatMap((it) => keywordsOf(it).flatMap((keyword) => checkKeyword(keyword, it))),
});

function keywordsOf({ keyword, rest }: RawInstruction): readonly string[] {
  const second = /^from$/i.test(keyword) ? /^\S+\s+(as)\s/i.exec(rest)?.[1] : undefined;
  return [keyword, ...(second === undefined ? [] : [second])];
}

function checkKeyword(keyword: string, { origin }: RawInstruction): readonly Finding[] {
  const capitals = keyword.toUpperCase();
  if (keyword === capitals || !/^[a-z]+$/i.test(keyword)) return [];
  const edit = { kind: 'replace' as const, path: origin.path, text: `${keyword} `, by: `${capitals} ` };
  return [{ origin, message: `"${keyword}" is not in capitals`, hint: `write ${capitals}`, ...fixAt(origin, `write ${capitals}`, edit) }];
}
