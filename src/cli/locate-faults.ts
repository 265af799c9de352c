/**
 * locateFaults(): diagnostics with origins → faults with places in the definition file. The parser that this takes is loaded only here.
 */

import type { Diagnostic } from '../diagnostics.js';
import { originText, type OriginPath } from '../origin.js';
import { quoted } from '../spec/check/fault.js';
import type { Fault } from './fault.js';

export interface PendingFault {
  readonly diagnostic: Diagnostic;
  /** Path of the definition in what the file exports. */
  readonly path: OriginPath;
}

export async function locateFaults(file: string, pending: readonly PendingFault[]): Promise<readonly Fault[]> {
  if (pending.length === 0) return [];
  const { locateAll } = await import('../load/locate.js');
  const places = locateAll(
    file,
    pending.map(({ diagnostic, path }) => ({
      path: [...path, ...diagnostic.origin.path],
      part: isKeyFault(diagnostic) ? ('key' as const) : ('value' as const),
    })),
  );
  return pending.map(({ diagnostic, path }, index) => {
    const { code, severity, message, hint, origin } = diagnostic;
    const subject = originText(origin.preset === undefined ? { path: [...path, ...origin.path] } : origin);
    return { code, severity, message, hint, subject, preset: origin.preset?.name, place: places[index] };
  });
}

const NAMES_AND_SOURCES: readonly string[] = ['missing-source', 'outside-context', 'bad-name', 'reserved-name'];

/** Whether the name is at fault, not what it stands for; what a preset says has no name in the file. */
function isKeyFault({ code, origin, message }: Diagnostic): boolean {
  if (origin.preset !== undefined) return false;
  if (code === 'unknown-field') return true;
  const name = origin.path.at(-1);
  if (code === 'bad-name' && name === '') return true;
  // `copy: { src: '/app/src' }`: the source is the name.
  return NAMES_AND_SOURCES.includes(code) && typeof name === 'string' && message.startsWith(`${quoted(name)} `);
}
