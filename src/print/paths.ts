/** What COPY and ADD name: sources, their target, and what is left out. Refuses names that the builder would read as something else, or cannot take at all. */

import { pathText, type PathText, type Text } from '../text.js';
import { carryFault, shown, textFault } from './carry.js';
import type { Fault } from './line.js';
import { patternFault } from './pattern-fault.js';

/** A path that begins like a flag, a heredoc or an address is a path all the same. */
export function asPath(source: PathText): Text {
  const text = pathText(source);
  const [first] = text;
  return typeof first === 'string' && /^(--|\d*<<|[a-z]+:\/\/|git@|github\.com\/)/i.test(first) ? ['./', ...text] : text;
}

/** The builder matches names of the context with patterns that have no escape for a backslash, and trims blanks. */
export function sourceFault(
  path: PathText,
  { keyword, isFromStage }: { readonly keyword: string; readonly isFromStage: boolean },
): Fault | undefined {
  const hint = 'copy the folder that holds it';
  const source = withoutVariables(path);
  const fault = textFault(pathText(path), { name: keyword, alphabet: 'line', hint }) ?? patternFault(source, 'source');
  if (fault || (isFromStage && source !== '')) return fault;
  if (source !== '' && !/^[\s\u0085!]|[\s\u0085]$|[\\\t]/.test(source)) return undefined;
  return {
    message: `${shown(source)} cannot be copied from the build context by its name`,
    hint: source === '' ? 'name a file, or "." for all' : hint,
  };
}

export function targetFault(to: PathText, keyword: string): Fault | undefined {
  if (withoutVariables(to) === '') return { message: `"" cannot be the target of ${keyword}`, hint: 'name a file, or a folder with "/" at its end' };
  return textFault(pathText(to), { name: keyword, alphabet: 'line', hint: 'choose a path of plain characters' });
}

export function excludeFault(pattern: string, keyword: string): Fault | undefined {
  return carryFault(pattern, { name: `--exclude of ${keyword}`, alphabet: 'flag' }) ?? patternFault(pattern, 'exclude');
}

/** What a variable holds is not known: a plain letter stands for it. */
export function withoutVariables(path: PathText): string {
  return pathText(path)
    .map((part) => (typeof part === 'string' ? part : 'x'))
    .join('');
}
