/**
 * generatedFiles(): the files of one image, with their text: the Dockerfile, and the ignore file that its builder reads.
 */

import { resolve } from 'node:path';
import { ignoreFile } from './ignore-file.js';
import type { ProjectImage } from './project.js';

export interface GeneratedFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export function generatedFiles(image: ProjectImage, file: string | undefined): readonly GeneratedFile[] {
  const path = file === undefined ? image.dockerfile : resolve(file);
  return [
    { path, text: image.compiled.dockerfile },
    { path: ignoreFile(image, path), text: image.compiled.dockerignore },
  ];
}
