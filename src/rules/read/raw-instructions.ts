/**
 * rawInstructions(): text of the author's own, instruction by instruction, each with what is lost when it is understood: how its keyword is written, and whether an empty
 * line stands in it.
 *
 *     env NAME ebb \                { keyword: 'env', rest: 'NAME ebb  tide', … }
 *       tide
 *
 * Reads as BuildKit does: comments are dropped, within continuations as well; continued lines are joined; heredocs of RUN, COPY and ADD are taken as they stand. Never
 * fails: what is no instruction has a keyword that is none.
 */

import type { Origin } from '../../origin.js';

export interface RawInstruction {
  /** As it is written: `FROM`, `env`. */
  readonly keyword: string;
  /** `--platform=linux/amd64`. */
  readonly flags: readonly string[];
  /** What follows, joined and trimmed. */
  readonly rest: string;
  readonly heredocs: readonly RawHeredoc[];
  readonly hasEmptyLine: boolean;
  readonly origin: Origin;
}

export interface RawHeredoc {
  readonly expand: boolean;
  readonly body: string;
}

interface Lines {
  readonly lines: readonly string[];
  next: number;
}

export function rawInstructions(text: string, origin: Origin, escape: string = '\\'): readonly RawInstruction[] {
  const source: Lines = { lines: text.split(/\r?\n/), next: 0 };
  const instructions: RawInstruction[] = [];
  while (source.next < source.lines.length) {
    const { line, hasEmptyLine } = logicalLine(source, escape);
    if (line === '') continue;
    const [, keyword = '', behind = ''] = /^(\S+)\s*([^]*)$/.exec(line) ?? [];
    const heredocs = /^(?:run|copy|add)$/i.test(keyword.replace(/^onbuild$/i, /^\s*(\w*)/.exec(behind)?.[1] ?? ''))
      ? readHeredocs(behind, source)
      : [];
    instructions.push({ keyword, ...readFlags(behind), heredocs, hasEmptyLine, origin });
  }
  return instructions;
}

function logicalLine(source: Lines, escape: string): { readonly line: string; readonly hasEmptyLine: boolean } {
  let line = '';
  let hasEmptyLine = false;
  for (let continues = true; continues && source.next < source.lines.length;) {
    const physical = source.lines[source.next++]!;
    if (/^\s*#/.test(physical)) {
      if (line === '') break;
      continue;
    }
    if (physical.trim() === '') {
      if (line === '') break;
      hasEmptyLine = true;
      continue;
    }
    const trimmed = physical.trimEnd();
    continues = trimmed.endsWith(escape);
    line += continues ? trimmed.slice(0, -1) : physical;
  }
  return { line: line.trim(), hasEmptyLine };
}

const FLAG = /^--(?:\\.|"[^"]*"|'[^']*'|[^\s\\"'])+/;

function readFlags(text: string): Pick<RawInstruction, 'flags' | 'rest'> {
  const flags: string[] = [];
  let rest = text.trim();
  for (let match = FLAG.exec(rest); match !== null; match = FLAG.exec(rest)) {
    flags.push(match[0].replaceAll(/\\(.)|["']/g, '$1'));
    rest = rest.slice(match[0].length).trimStart();
  }
  return { flags, rest };
}

function readHeredocs(text: string, source: Lines): readonly RawHeredoc[] {
  return [...text.matchAll(/(?<!<)<<(-?)\s*(["']?)([\w.]+)\2/g)].map(([, dash, quote, delimiter]) => {
    const body: string[] = [];
    while (source.next < source.lines.length) {
      const line = source.lines[source.next++]!;
      const bare = dash === '-' ? line.replace(/^\t+/, '') : line;
      if (bare === delimiter) break;
      body.push(`${bare}\n`);
    }
    return { expand: quote === '', body: body.join('') };
  });
}
