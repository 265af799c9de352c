/**
 * copiedFiles(): the files that a build takes from the context, as they are there now, and the folders that they are in (with `/` at the end: whether one comes or goes). What the
 * ignore file keeps from the builder is none of them, nor what is generated.
 */

import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { leftOutPatterns } from '../print/dockerignore.js';
import { ignoredBy } from '../rules/read/ignored-path.js';
import { contextFolder } from './context-folder.js';
import { contextSources } from './context.js';
import { matchSource } from './match-source.js';
import type { Project, ProjectImage } from './project.js';

export function copiedFiles({ file, folder, images }: Project): readonly string[] {
  return [...new Set(images.flatMap((image) => filesOf(image, { folder, source: basename(file) })))];
}

function filesOf({ compiled }: ProjectImage, { folder, source }: { readonly folder: string; readonly source: string }): readonly string[] {
  const context = contextFolder(folder, compiled);
  const isIgnored = ignoredBy([...leftOutPatterns(compiled.program, { source, path: folder.replaceAll('\\', '/') }), '**/.*.tmp']);
  const isLeftOut = (path: string) => isIgnored(relative(context, path).replaceAll('\\', '/'));
  const below = (path: string): readonly string[] => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() !== true) return [path];
    const entries = readdirSync(path).map((name) => join(path, name));
    return [`${path}/`, ...entries.filter((entry) => !isLeftOut(entry)).flatMap(below)];
  };
  const sources = contextSources(compiled.program).map((each) => each.source);
  // Another file may come that a pattern matches.
  const parents = sources.filter((each) => /[*?[]/.test(each)).map((each) => `${join(context, dirname(each))}/`);
  return [...parents, ...sources.flatMap((each) => matchSource(each, context).flatMap(below))];
}
