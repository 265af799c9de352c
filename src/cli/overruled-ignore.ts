/**
 * overruledIgnore(): a `.dockerignore` of the author's own has no say once `Dockerfile.dockerignore` stands there: a warning that names what in it the definition
 * does not leave out itself.
 *
 *     .dockerignore:2:1 warning: ".dockerignore" is not read where there is a Dockerfile.dockerignore, and "ignore" lacks "*.bam"   (ignore-file-overruled)
 */

import { join } from 'node:path';
import type { ImageSpec } from '../spec/spec.js';
import type { Fault } from './fault.js';
import { ignorePatterns } from './ignore-patterns.js';
import { sourceText } from './source-text.js';
import { readText } from './write.js';

export function overruledIgnore(specs: readonly ImageSpec[], folder: string): readonly Fault[] {
  const file = join(folder, '.dockerignore');
  const lacking = ignorePatterns(readText(file) ?? '').filter(({ pattern }) => !specs.every(({ ignore }) => saysSo(ignore, pattern)));
  const [first] = lacking;
  if (first === undefined) return [];
  const names = lacking.map(({ pattern }) => JSON.stringify(pattern)).join(', ');
  return [
    {
      code: 'ignore-file-overruled',
      severity: 'warning',
      message: `".dockerignore" is not read where there is a Dockerfile.dockerignore, and "ignore" lacks ${names}`,
      hint: `add to the definition: ignore: ${sourceText(lacking.map(({ pattern }) => pattern))}`,
      place: { file, line: first.line, column: first.column, endColumn: first.column + first.pattern.length },
    },
  ];
}

function saysSo(ignore: ImageSpec['ignore'], pattern: string): boolean {
  return ignore.some(({ value }) => value.split(/[\r\n]+/).includes(pattern));
}
