/**
 * ignoredBy(): whether patterns of an ignore file leave out a path of the build context, as Docker reads them: from the root, the last one that matches it or a folder that
 * it is in counts, `!` takes back, `**` is any number of folders.
 *
 *     ['data', '!data/tides.csv']      data/ebb.csv is left out, data/tides.csv is not
 */

import { posix } from 'node:path';

export function ignoredBy(lines: readonly string[]): (path: string) => boolean {
  const patterns = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ isTakenBack: line.startsWith('!'), expression: expressionOf(tidyPattern(line)) }));
  return (path) => {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return patterns.findLast(({ expression }) => paths.some((each) => expression.test(each)))?.isTakenBack === false;
  };
}

/** Without its `!`, and as the builder tidies it. */
export function tidyPattern(line: string): string {
  return posix.normalize(line.replace(/^!/, '').trim()).replace(/^\/+|\/+$/g, '');
}

const NOTHING = /^(?!)/;

function expressionOf(pattern: string): RegExp {
  const parts = pattern.match(/\*\*\/|\*\*|\*|\?|\[\^?(?:\\.|[^\]\\])+\]|\\.|[^]/gu) ?? [];
  const translated = parts.map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('[')) return part;
    return (part.length > 1 ? part.slice(1) : part).replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
  });
  try {
    return pattern === '' || pattern === '.' ? NOTHING : new RegExp(`^${translated.join('')}$`, 'su');
  } catch {
    return NOTHING;
  }
}
