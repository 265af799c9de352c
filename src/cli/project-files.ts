/**
 * projectFiles(): the files of all images of a project: those of the format that is asked for and, with Dockerfiles, those of other formats that were written here
 * before: whoever has a docker-bake.json has it kept current.
 *
 * Images for the legacy builder in one context share its `.dockerignore`: it is one file of the project where it says the same for each, and an error otherwise.
 */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { verifyHeader } from '../print/header.js';
import { apptainerFile } from './apptainer-file.js';
import { BAKE_FILE } from './bake-file-name.js';
import { CliError } from './cli-error.js';
import { generatedFiles, type GeneratedFile } from './generated-files.js';
import type { Project } from './project.js';
import { shownPath } from './report.js';
import { readText } from './write.js';

/** Formats that are written to files; the others are printed. */
export type FileFormat = 'dockerfile' | 'bake' | 'apptainer';

export interface FileOptions {
  /** Instead of the file of that format. */
  readonly file: string | undefined;
  /** @default 'dockerfile' */
  readonly format?: FileFormat | undefined;
}

export async function projectFiles(project: Project, { file, format = 'dockerfile' }: FileOptions): Promise<readonly GeneratedFile[]> {
  if (format === 'bake') return [await bake(project, file)];
  if (format === 'apptainer') return project.images.map((image) => apptainerFile(image, file));
  const own = withoutRepeats(project.images, file);
  return file === undefined && !project.partial && isOurs(join(project.folder, BAKE_FILE)) ? [...own, await bake(project, undefined)] : own;
}

function withoutRepeats(images: Project['images'], file: string | undefined): readonly GeneratedFile[] {
  const files = new Map<string, GeneratedFile & { readonly image: string }>();
  for (const image of images) {
    for (const generated of generatedFiles(image, file)) {
      const other = files.get(generated.path);
      if (other !== undefined && other.text !== generated.text) refuseShared(generated.path, [other.image, image.name]);
      files.set(generated.path, { ...generated, image: image.name });
    }
  }
  return [...files.values()].map(({ path, text }) => ({ path, text }));
}

function refuseShared(path: string, [one, other]: readonly [string, string]): never {
  const message = `"${one}" and "${other}" need different files at ${shownPath(path)}, the only ignore file that the legacy builder reads`;
  throw new CliError({ code: 'shared-ignore-file', message, hint: 'give each a "context" of its own, or say which with --name' });
}

async function bake(project: Project, file: string | undefined): Promise<GeneratedFile> {
  if (project.partial && file === undefined) {
    const message = `${BAKE_FILE} holds all images, and --name means one`;
    throw new CliError({ code: 'usage', message, hint: 'leave out --name, or write elsewhere with -o FILE' });
  }
  const { bakeFile } = await import('./bake-file.js');
  const made = bakeFile(project);
  return file === undefined ? made : { ...made, path: resolve(file) };
}

/** Written by us, and maybe changed since. */
function isOurs(path: string): boolean {
  return existsSync(path) && verifyHeader(readText(path) ?? '') !== 'foreign';
}
