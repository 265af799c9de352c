/**
 * printFormat(): one image, or all in one file, in the form that was asked for, on stdout.
 */

import { dump } from '../ir/dump.js';
import { originText } from '../origin.js';
import type { Output } from './output.js';
import type { Project, ProjectImage } from './project.js';
import { faultData } from './report.js';

export type PrintFormat = 'dockerfile' | 'json' | 'ir' | 'bake' | 'apptainer';

export async function printFormat(project: Project, format: PrintFormat, output: Output): Promise<number> {
  const text =
    format === 'bake' ? (await import('./bake-file.js')).bakeFile(project).text : project.images.map((image) => formatted(image, format)).join('');
  if (output.json) output.result({ ok: true, text, diagnostics: project.warnings.map(faultData) });
  else output.answer(text);
  return 0;
}

function formatted({ compiled }: ProjectImage, format: PrintFormat): string {
  if (format === 'dockerfile') return compiled.dockerfile;
  if (format === 'apptainer') return compiled.apptainer!;
  if (format === 'ir') return `${dump(compiled.program).trimEnd()}\n`;
  const origins = compiled.origins.map((line) => line.map(originText));
  return `${JSON.stringify({ dockerfile: compiled.dockerfile, dockerignore: compiled.dockerignore, origins, program: compiled.program }, null, 2)}\n`;
}
