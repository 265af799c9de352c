/**
 * checkProject(): the verb `check`: compiles, then compares. The differ is loaded only when a file is not what it should be.
 */

import type { Output } from './output.js';
import { openProject, type ProjectOptions } from './project.js';
import { checkFiles } from './check-files.js';

export interface CheckRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  readonly subject: string | undefined;
  readonly output: string | undefined;
}

export async function checkProject(request: CheckRequest, output: Output): Promise<number> {
  const project = await openProject({ ...request, file: request.subject, verb: 'check' }, output);
  return checkFiles(project, { file: request.output }, output);
}
