/**
 * isIgnored(): whether patterns of an ignore file leave out a path of the build context, as Docker reads them: from the root, the last one that matches it or a folder that
 * it is in counts, `!` takes back, `**` is any number of folders.
 *
 *     ['data', '!data/tides.csv']      data/ebb.csv is left out, data/tides.csv is not
 */

export function isIgnored(path: string, patterns: readonly string[]): boolean {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return patterns.reduce((ignored, line) => {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) return ignored;
    const isException = text.startsWith('!');
    const expression = expressionOf(isException ? text.slice(1) : text);
    return ignored === isException && paths.some((each) => expression.test(each)) ? !isException : ignored;
  }, false);
}

const NOTHING = /^(?!)/;

function expressionOf(pattern: string): RegExp {
  const tidy = pattern.trim().replace(/^(?:\.?\/)+|\/+$/g, '');
  const parts = tidy.match(/\*\*\/|\*\*|\*|\?|\[\^?(?:\\.|[^\]\\])+\]|\\.|[^]/gu) ?? [];
  const translated = parts.map((part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.length > 1 && part.startsWith('[')) return part;
    return (part.length > 1 ? part.slice(1) : part).replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
  });
  try {
    return tidy === '' ? NOTHING : new RegExp(`^${translated.join('')}$`, 'su');
  } catch {
    return NOTHING;
  }
}
