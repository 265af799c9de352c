/**
 * overruledIgnore(): a `.dockerignore` of the author's own has no say once `Dockerfile.dockerignore` stands there, or one is generated in its place: a warning that
 * names what in it the definition does not leave out itself.
 *
 *     .dockerignore:2:1 warning: ".dockerignore" is not read where there is a Dockerfile.dockerignore, and "ignore" lacks "*.bam"   (ignore-file-overruled)
 */

import { join } from 'node:path';
import { verifyHeader } from '../print/header.js';
import type { ImageSpec } from '../spec/spec.js';
import { contextFolder } from './context-folder.js';
import type { Fault } from './fault.js';
import { ignorePatterns } from './ignore-patterns.js';
import { isLegacy } from './is-legacy.js';
import { sourceText } from '../load/source-text.js';
import { readText } from './write.js';

export function overruledIgnore(specs: readonly ImageSpec[], folder: string): readonly Fault[] {
  const located = specs.map((spec) => ({ spec, file: join(contextFolder(folder, { spec }), '.dockerignore') }));
  const files = [...new Set(located.map(({ file }) => file))];
  return files.flatMap((file) =>
    overruled(
      located.flatMap((each) => (each.file === file ? [each.spec] : [])),
      file,
    ),
  );
}

function overruled(specs: readonly ImageSpec[], file: string): readonly Fault[] {
  const text = readText(file) ?? '';
  if (verifyHeader(text) !== 'foreign') return [];
  const lacking = ignorePatterns(text).filter(({ pattern }) => !specs.every(({ ignore }) => saysSo(ignore, pattern)));
  const [first] = lacking;
  if (first === undefined) return [];
  const names = lacking.map(({ pattern }) => JSON.stringify(pattern)).join(', ');
  const reason = specs.some(isLegacy) ? 'is to be a generated file' : 'is not read where there is a Dockerfile.dockerignore';
  return [
    {
      code: 'ignore-file-overruled',
      severity: 'warning',
      message: `".dockerignore" ${reason}, and "ignore" lacks ${names}`,
      hint: `add to the definition: ignore: ${sourceText(lacking.map(({ pattern }) => pattern))}`,
      place: { file, line: first.line, column: first.column, endColumn: first.column + first.pattern.length },
    },
  ];
}

function saysSo(ignore: ImageSpec['ignore'], pattern: string): boolean {
  return ignore.some(({ value }) => value.split(/[\r\n]+/).includes(pattern));
}
