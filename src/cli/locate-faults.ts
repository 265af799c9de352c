/**
 * locateFaults(): diagnostics with origins → faults with places in the definition file. The parser that this takes is loaded only here.
 */

import type { Diagnostic } from '../diagnostics.js';
import { originText, type OriginPath } from '../origin.js';
import type { Fault } from './fault.js';

export interface PendingFault {
  readonly diagnostic: Diagnostic;
  /** Path of the definition in what the file exports. */
  readonly path: OriginPath;
}

export async function locateFaults(file: string, pending: readonly PendingFault[]): Promise<readonly Fault[]> {
  const { locateAll } = await import('../load/locate.js');
  const places = locateAll(
    file,
    pending.map(({ diagnostic, path }) => ({
      path: [...path, ...diagnostic.origin.path],
      part: isKeyFault(diagnostic) ? ('key' as const) : ('value' as const),
    })),
  );
  return pending.map(({ diagnostic }, index) => {
    const { code, severity, message, hint, origin } = diagnostic;
    const place = places[index];
    return { code, severity, message, hint, subject: originText(origin), preset: origin.preset?.name, place };
  });
}

/** Whether the name is at fault, not what it stands for; what a preset says has no name in the file. */
function isKeyFault({ code, origin }: Diagnostic): boolean {
  return code === 'unknown-field' && origin.preset === undefined;
}
