/**
 * A source tree: files as ts-morph parses them. This is the only place that loads ts-morph, which is heavy: only when a position is asked for.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Morph from 'ts-morph';
import { isFile } from './is-file.js';

export interface SourceTree {
  readonly morph: typeof Morph;
  /** A file, parsed once; undefined when it is not there. */
  readonly open: (path: string) => Morph.SourceFile | undefined;
  /** Literals that are being looked into: one that turns up again stands in a circle. */
  readonly active: Set<Morph.Node>;
  /** What `list` finds in a node, found once: an object may have a thousand properties, and each be asked for. */
  readonly once: <N extends Morph.Node, T>(node: N, list: (node: N, tree: SourceTree) => T) => T;
}

export function createSourceTree(): SourceTree {
  const morph = createRequire(import.meta.url)('ts-morph') as typeof Morph;
  const project = new morph.Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipLoadingLibFiles: true,
    compilerOptions: { noLib: true, noResolve: true, allowJs: true },
  });
  const open = (path: string): Morph.SourceFile | undefined => {
    if (!isFile(path)) return undefined;
    return project.getSourceFile(path) ?? project.createSourceFile(path, readFileSync(path, 'utf8'));
  };
  const known = new Map<unknown, Map<Morph.Node, unknown>>();
  const tree: SourceTree = {
    morph,
    open,
    active: new Set(),
    once: <N extends Morph.Node, T>(node: N, list: (node: N, tree: SourceTree) => T): T => {
      const found = known.get(list) ?? new Map<Morph.Node, unknown>();
      known.set(list, found);
      if (!found.has(node)) found.set(node, list(node, tree));
      return found.get(node) as T;
    },
  };
  return tree;
}
