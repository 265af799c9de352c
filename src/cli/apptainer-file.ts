/**
 * apptainerFile(): the Apptainer definition of an image: NAME.def beside its Dockerfile, after the name of the image, or of one of several, after its own.
 */

import { basename, dirname, join, resolve } from 'node:path';
import type { GeneratedFile } from './generated-files.js';
import type { ProjectImage } from './project.js';

export function apptainerFile({ dockerfile, compiled }: ProjectImage, file?: string): GeneratedFile {
  const text = compiled.apptainer!;
  if (file !== undefined) return { path: resolve(file), text };
  const own = /^(.+)\.Dockerfile$/.exec(basename(dockerfile))?.[1];
  const [tag = 'image'] = compiled.spec.tags.map(({ value }) => value);
  const name = own ?? basename(tag).replace(/[:@].*/, '');
  return { path: join(dirname(dockerfile), `${name}.def`), text };
}
