/** Helpers for values: `expand`, `prependPath` and `override`. All return plain data. */

import type { AbsolutePath, Expansion, Override } from './types.js';

/**
 * Text in which the builder expands variables: `$NAME`, `${NAME}`, `${NAME:-word}`. `\$` is a dollar sign.
 *
 * @example env: { PATH: expand('/opt/bin:$PATH') }
 */
export function expand(text: string): Expansion {
  return { kind: 'expand', text };
}

/**
 * A folder before those of `PATH`: `prependPath('/opt/bin')` is `expand('/opt/bin:$PATH')`.
 *
 * @example env: { PATH: prependPath('/opt/bin') }
 */
export function prependPath(folder: AbsolutePath): Expansion {
  return expand(`${folder.replace(/[\\$]/g, '\\$&')}:$PATH`);
}

/**
 * A value that replaces what presets said, instead of being merged with it.
 *
 * @example apt: override(['git'])
 */
export function override<T>(value: T): Override<T> {
  return { kind: 'override', value };
}
