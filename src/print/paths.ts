/** What COPY and ADD name: sources, their target, and what is left out. Refuses names that the builder would read as something else, or cannot take at all. */

import { carryFault, shown } from './carry.js';
import type { Fault } from './line.js';
import { patternFault } from './pattern-fault.js';

/** A path that begins like a flag, a heredoc or an address is a path all the same. */
export function asPath(source: string): string {
  return /^(--|\d*<<|[a-z]+:\/\/|git@|github\.com\/)/i.test(source) ? `./${source}` : source;
}

/** The builder matches names of the context with patterns that have no escape for a backslash, and trims blanks. */
export function sourceFault(
  source: string,
  { keyword, isFromStage }: { readonly keyword: string; readonly isFromStage: boolean },
): Fault | undefined {
  const hint = 'copy the folder that holds it';
  const fault = carryFault(source, { name: keyword, alphabet: 'line', hint }) ?? patternFault(source, 'source');
  if (fault || (isFromStage && source !== '')) return fault;
  if (source !== '' && !/^[\s\u0085!]|[\s\u0085]$|[\\\t]/.test(source)) return undefined;
  return {
    message: `${shown(source)} cannot be copied from the build context by its name`,
    hint: source === '' ? 'name a file, or "." for all' : hint,
  };
}

export function targetFault(to: string, keyword: string): Fault | undefined {
  if (to === '') return { message: `"" cannot be the target of ${keyword}`, hint: 'name a file, or a folder with "/" at its end' };
  return carryFault(to, { name: keyword, alphabet: 'line', hint: 'choose a path of plain characters' });
}

export function excludeFault(pattern: string, keyword: string): Fault | undefined {
  return carryFault(pattern, { name: `--exclude of ${keyword}`, alphabet: 'flag' }) ?? patternFault(pattern, 'exclude');
}
