/**
 * withApptainer(): what was compiled, with its Apptainer definition; or, where that cannot say it all, what is wrong. Only who asks for one waits for its printer.
 *
 * Refuses a base that is a definition without a registry: Apptainer would take an image of that name from a registry, and so somebody else's.
 */

import { createReport, hasErrors, type Report } from '../diagnostics.js';
import type { OwnFiles } from '../print/dockerignore.js';
import type { Compiled } from '../pipeline.js';
import type { ImageDefinition } from '../spec/types.js';
import type { CompiledImage } from './compiled-image.js';
import { baseDefinition } from './unbuilt-bases.js';

type Faulty = Extract<Compiled, { readonly ok: false }>;

export async function withApptainer(compiled: CompiledImage, definition: ImageDefinition, own: OwnFiles): Promise<CompiledImage | Faulty> {
  const { printApptainer } = await import('../print/apptainer.js');
  const report = createReport();
  reportBases(compiled, definition, report);
  const apptainer = printApptainer(compiled.program, { comments: compiled.spec.comments, ...own }, report);
  const diagnostics = [...compiled.diagnostics, ...report.diagnostics];
  return hasErrors(diagnostics) ? { ok: false, diagnostics } : { ...compiled, apptainer, diagnostics };
}

function reportBases({ spec }: CompiledImage, definition: ImageDefinition, report: Report): void {
  for (const stage of spec.stages) {
    const { base } = stage;
    if (base.kind !== 'image' || hasRegistry(base.image) || baseDefinition(definition, stage) === undefined) continue;
    const message = `"${base.image}" is only in the engine that it is built with, and a definition of Apptainer takes its base from a registry`;
    report.error('beyond-apptainer', base.origin, { message, hint: 'give the base a "registry", and push it there' });
  }
}

function hasRegistry(reference: string): boolean {
  return /^(?:[^/]*[.:][^/]*|localhost)\//.test(reference);
}
