/** What COPY and ADD name: paths, and where they are taken from. */

import type { PathText } from '../../text.js';
import type { CopySpec } from '../spec.js';
import type { CopyOptions, PathValue } from '../types.js';
import { valueText } from '../value-text.js';

export function resolvePath(path: PathValue): PathText {
  return typeof path === 'string' ? path : valueText(path);
}

export function resolvePaths(paths: PathValue | readonly PathValue[]): readonly PathText[] {
  return Array.isArray(paths) ? (paths as readonly PathValue[]).map(resolvePath) : [resolvePath(paths as PathValue)];
}

/** Undefined: the build context. */
export function copySource({ stage, image, context }: Pick<CopyOptions, 'stage' | 'image' | 'context'>): CopySpec['source'] {
  if (stage !== undefined) return { stage };
  return image !== undefined ? { image } : context === undefined ? undefined : { context };
}
