/**
 * failureFaults(): findings → faults with places in the definition file, and below the last of them what the failed step printed last. The parser that this takes is loaded only
 * here.
 *
 *     image.ts:9:14 error run[1]: "make install" ended with exit code 2   (build-failed)
 *       9 |   run: ['make', 'make install'],
 *         |                 ^^^^^^^^^^^^^^
 *     what it printed:
 *       | make: *** No rule to make target 'install'.  Stop.
 */

import { originText, type OriginPath } from '../../origin.js';
import type { Fault } from '../fault.js';
import type { Finding, FindingPlace } from './finding.js';

/** Lines of the output that are shown. */
export const SHOWN_LINES = 20;

export interface FailedOutput {
  readonly lines: readonly string[];
  /** Where all of it is, when not all is shown. */
  readonly rest: string;
}

export interface FailureSource {
  /** The definition file, absolute. */
  readonly file: string;
  /** Of the definition, in what the file exports. */
  readonly path: OriginPath;
}

export async function failureFaults(findings: readonly Finding[], { file, path }: FailureSource, output: FailedOutput): Promise<readonly Fault[]> {
  const { locateAll } = await import('../../load/locate.js');
  const places = findings.flatMap((finding) => finding.places);
  const positions = locateAll(
    file,
    places.map(({ origin, part = 'value', within }) => ({
      path: [...path, ...origin.path],
      part,
      ...(within === undefined || origin.preset !== undefined ? {} : { within }),
    })),
  );
  const located = new Map(places.map((place, index) => [place, positions[index]]));
  return findings.map(({ message, hint, places: [first, ...others] }, index) => ({
    code: 'build-failed',
    severity: 'error',
    message,
    hint,
    ...subjectOf(first!, path),
    place: located.get(first!),
    others: others.map((place) => ({ ...subjectOf(place, path), place: located.get(place) })),
    ...(index === findings.length - 1 ? { output: shownOutput(output) } : {}),
  }));
}

function subjectOf({ origin }: FindingPlace, path: OriginPath) {
  return { subject: originText(origin.preset === undefined ? { path: [...path, ...origin.path] } : origin), preset: origin.preset?.name };
}

function shownOutput({ lines, rest }: FailedOutput): NonNullable<Fault['output']> {
  const said = lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1);
  const title = said.length <= SHOWN_LINES ? 'what it printed:' : `the last ${SHOWN_LINES} of the ${said.length} lines that it printed; ${rest}:`;
  return { title, lines: said.slice(-SHOWN_LINES) };
}
