/** findingOf(): a finding at all that an instruction was made of; engineWords(): the engine's reason, as far as it says something to who wrote image.ts. */

import type { Instruction } from '../../ir/instruction.js';
import type { Origin } from '../../origin.js';
import type { EngineFailure } from './build-record.js';
import type { Finding, FindingPlace } from './finding.js';

export function findingOf(instruction: Instruction, message: string, within?: string): Finding {
  return { message, places: placesOf(instruction.origins, within) };
}

/** Of what stands within something else that is named, only that. */
export function placesOf(origins: readonly Origin[], within?: string): readonly FindingPlace[] {
  const outer = origins.filter((origin) => !origins.some((other) => other !== origin && isWithin(origin, other)));
  return outer.map((origin) => ({ origin, ...(within === undefined ? {} : { within }) }));
}

/** Packages of one request are as good as the request. */
function isWithin({ path, preset }: Origin, other: Origin): boolean {
  const [inner, outer] = [
    [...path, ...(preset?.path ?? [])],
    [...other.path, ...(other.preset?.path ?? [])],
  ];
  return preset?.name === other.preset?.name && outer.length < inner.length && outer.every((key, index) => key === inner[index]);
}

/** Layers of whatever passed the reason on, and digests of the engine's own. */
const AROUND = [
  /^process ".*" did not complete successfully: /s,
  /^failed to compute cache key: /,
  /^failed to load cache key: /,
  /^failed to calculate checksum of ref \S+: /,
  /^dockerfile parse error on line \d+: /,
  /^(\S+): failed to resolve source metadata for \S+: (?=\S)/,
  /^building at STEP ".*?": (?=[^"])/,
  /^creating build container: (?:unable to copy from source \S+: )?(?:initializing source \S+: )?/,
  /^COPY --from=\S+: /,
  /^reading "[^"]*": /,
  /^\d+ errors occurred: /,
];

export function engineWords({ reason }: EngineFailure): string {
  return AROUND.reduce((text, around) => text.replace(around, ''), reason);
}

/** What is said of an image that no registry gives. */
export function unavailable(failure: EngineFailure): string {
  return `the image cannot be had: ${engineWords(failure)}`;
}

/** A command as a message names it: without what is set for it alone. */
export function quotedCommand(text: string): string {
  const command = text.replace(/^(?:[A-Z_]+=\S+ )+(?=.)/, '');
  return `"${command.length > 60 ? `${command.slice(0, 59)}…` : command}"`;
}
