/** checkSize(): how much a build of an image sends; of much, which files are the largest. */

import { lstatSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contextSources } from '../context.js';
import { matchSource } from '../match-source.js';
import type { ProjectImage } from '../project.js';
import { sizeText } from '../size-text.js';
import type { Check } from './check.js';

/** From this on, a build context is worth a remark. */
const LARGE_CONTEXT = 200 * 1024 * 1024;

const SHOWN = 3;

interface SizedFile {
  readonly path: string;
  readonly bytes: number;
}

export function checkSize(image: ProjectImage, folder: string): Check {
  const paths = new Set(contextSources(image.compiled.program).flatMap(({ source }) => matchSource(source, folder)));
  const files = [...paths].flatMap(filesBelow);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const check = { subject: 'context', message: `${sizeText(bytes)} in the files that are copied` };
  if (bytes <= LARGE_CONTEXT) return check;
  const largest = files.sort((one, other) => other.bytes - one.bytes).slice(0, SHOWN);
  const shown = largest.map((file) => `${relative(folder, file.path)} (${sizeText(file.bytes)})`).join(', ');
  return { ...check, hint: `copy only what the image needs, or leave files out with "ignore"; the largest: ${shown}` };
}

function filesBelow(path: string): readonly SizedFile[] {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return [{ path, bytes: stat.size }];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
