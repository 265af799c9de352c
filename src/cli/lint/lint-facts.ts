/**
 * lintFacts(): what rules are told of an image besides its program: the files that its build would take from the context, and how its containers are run.
 *
 * Only looks: nothing is read but folders. A link is a file of its own size, as the builder takes it.
 */

import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ContextFile, LintFacts, SourceFacts } from '../../rules/lint/lint-facts.js';
import { contextFolder } from '../context-folder.js';
import { contextSources } from '../context.js';
import { entriesOf, matchSource } from '../match-source.js';
import { ignorePatterns } from '../ignore-patterns.js';
import type { ProjectImage } from '../project.js';
import { createIgnoreMatcher, type IgnoreMatcher } from './ignore-matcher.js';

/** `folder`: that of the definition file. `ownTags`: of all images of the project. */
export function lintFacts({ compiled }: ProjectImage, folder: string, ownTags: readonly string[]): LintFacts {
  const context = contextFolder(folder, compiled);
  const ignore = createIgnoreMatcher(ignorePatterns(compiled.dockerignore).map(({ pattern }) => pattern));
  const sources = contextSources(compiled.program).map(({ source }) => [source, sourceFacts(source, context, ignore)] as const);
  return { sources: Object.fromEntries(sources), ignoreFile: compiled.dockerignore, container: compiled.spec.container, ownTags };
}

function sourceFacts(source: string, context: string, ignore: IgnoreMatcher): SourceFacts {
  const found = matchSource(source, context).map((path) => relative(context, path).replaceAll('\\', '/'));
  return { files: found.flatMap((path) => filesIn(path, context, ignore)) };
}

function filesIn(path: string, context: string, ignore: IgnoreMatcher): readonly ContextFile[] {
  const stat = lstatSync(join(context, path), { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return stat === undefined || ignore.isIgnored(path) ? [] : [{ path, size: stat.size }];
  if (path !== '' && ignore.isClosed(path)) return [];
  return entriesOf(join(context, path)).flatMap((name) => filesIn(path === '' ? name : `${path}/${name}`, context, ignore));
}
