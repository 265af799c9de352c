/**
 * copyFindings(): why a COPY failed: mostly, a source is not there. Of several sources, the one that the engine names.
 */

import type { Copy } from '../../ir/instruction.js';
import { childOrigin } from '../../origin.js';
import { literalPath } from '../../text.js';
import type { Failed } from './diagnose-failure.js';
import type { Finding } from './finding.js';
import { engineWords, findingOf, placesOf, unavailable } from './finding-of.js';

const MISSING = [
  /no items matching glob "([^"]+)" copied/,
  /"([^"]+)": not found$/,
  /\bstat:? "?([^":]+)"?: no such file or directory$/,
  /^COPY failed: .*?([^\s/]\S*): (?:no such|file does not exist)/,
];

export function copyFindings(failed: Failed<Copy>): readonly Finding[] {
  const { instruction, failure } = failed;
  const path = MISSING.map((pattern) => pattern.exec(failure.reason)?.[1]).find((found) => found !== undefined);
  if (path === undefined) return [unmissing(failed)];
  const index = instruction.sources.findIndex((source) => samePath(literalPath(source), path));
  const source = literalPath(instruction.sources[index] ?? '') || path;
  const places = placesOf(instruction.origins).map(({ origin }) => {
    const said = origin.preset?.path ?? origin.path;
    // `copy: { src: '/app' }`: the source is the name.
    if (said.at(-1) === source) return { origin, part: 'key' as const };
    const from = childOrigin(origin, 'from');
    return { origin: instruction.sources.length > 1 && index >= 0 ? childOrigin(from, index) : from };
  });
  return [{ message: `"${source}" is not in ${placeText(instruction)}`, ...hintOf(instruction), places }];
}

/** No source is missing: it may be the image that they are taken from. */
function unmissing({ instruction, failure }: Failed<Copy>): Finding {
  const isImage =
    failure.step === undefined || /^\[internal\] load metadata\b/.test(failure.step.name) || /no stage or image found/.test(failure.reason);
  if (!isImage || instruction.from === undefined || !('image' in instruction.from)) return findingOf(instruction, engineWords(failure));
  const places = placesOf(instruction.origins).map(({ origin }) => ({ origin: childOrigin(origin, 'image') }));
  return { message: unavailable(failure), places };
}

function samePath(source: string | undefined, path: string): boolean {
  const plain = (text: string) => text.replace(/^(?:\.?\/)+|\/+$/g, '');
  // Buildah names a file of the context by its place on the machine.
  return source !== undefined && `/${plain(path)}`.endsWith(`/${plain(source)}`);
}

function placeText({ from }: Copy): string {
  if (from === undefined) return 'what is sent to the engine';
  if ('stage' in from) return `the stage "${from.stage}"`;
  return 'image' in from ? `the image "${from.image}"` : `the context "${from.context}"`;
}

function hintOf({ from }: Copy): { readonly hint?: string } {
  return from === undefined ? { hint: 'create it, correct the path, or take the pattern of "ignore" away that leaves it out' } : {};
}
