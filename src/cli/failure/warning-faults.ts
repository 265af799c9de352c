/**
 * warningFaults(): what the builder finds odd in a Dockerfile → warnings (`engine-warning`) with places in the definition file. Of lines that nobody asked for there is none.
 */

import { createReport, type Diagnostic } from '../../diagnostics.js';
import type { WarningEvent } from '../../engine/build-events.js';
import { printDockerfile } from '../../print/dockerfile.js';
import type { Fault } from '../fault.js';
import { locateFaults } from '../locate-faults.js';
import type { ProjectImage } from '../project.js';

/** Of the Dockerfile: nobody wrote that. */
const LINE = / \(line \d+\)$/;

export async function warningFaults(warnings: readonly WarningEvent[], { compiled, path }: ProjectImage, file: string): Promise<readonly Fault[]> {
  if (warnings.length === 0) return [];
  const { origins } = printDockerfile(compiled.program, { comments: compiled.spec.comments }, createReport());
  const pending = warnings.flatMap(({ message, lines }) => {
    const [origin] = lines.flatMap((line) => origins[line - 1] ?? []);
    const diagnostic = (at: NonNullable<typeof origin>): Diagnostic => ({
      code: 'engine-warning',
      severity: 'warning',
      origin: at,
      message: message.replace(LINE, ''),
    });
    return origin === undefined ? [] : [{ diagnostic: diagnostic(origin), path }];
  });
  return pending.length === 0 ? [] : locateFaults(file, pending);
}
