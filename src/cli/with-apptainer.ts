/**
 * withApptainer(): what was compiled, with its Apptainer definition; or, where that cannot say it all, what is wrong. Only who asks for one waits for its printer.
 */

import { createReport, hasErrors } from '../diagnostics.js';
import type { OwnFiles } from '../print/dockerignore.js';
import type { Compiled } from '../pipeline.js';
import type { CompiledImage } from './compiled-image.js';

type Faulty = Extract<Compiled, { readonly ok: false }>;

export async function withApptainer(compiled: CompiledImage, own: OwnFiles): Promise<CompiledImage | Faulty> {
  const { printApptainer } = await import('../print/apptainer.js');
  const report = createReport();
  const apptainer = printApptainer(compiled.program, { comments: compiled.spec.comments, ...own }, report);
  const diagnostics = [...compiled.diagnostics, ...report.diagnostics];
  return hasErrors(diagnostics) ? { ok: false, diagnostics } : { ...compiled, apptainer, diagnostics };
}
