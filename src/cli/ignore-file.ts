/**
 * ignoreFile(): the absolute path of the ignore file that the builder of an image reads: the one beside its Dockerfile, or, by the legacy builder, which knows no
 * other, the `.dockerignore` of the build context.
 */

import { dirname, join } from 'node:path';
import { contextFolder } from './context-folder.js';
import { isLegacy } from './is-legacy.js';
import type { ProjectImage } from './project.js';

export function ignoreFile({ compiled, dockerfile: own }: ProjectImage, dockerfile: string = own): string {
  return isLegacy(compiled.spec) ? join(contextFolder(dirname(own), compiled), '.dockerignore') : `${dockerfile}.dockerignore`;
}
