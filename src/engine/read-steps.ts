/**
 * readSteps(): what Buildah, Podman and Docker's legacy builder print → events. They take one step after the other, and print what it prints as it is.
 *
 *     [1/2] STEP 2/3: RUN make      Step 2/3 : RUN make         →   step "[1/2] STEP 2/3: RUN make" is running, and the one before is done
 *     cc -O2 tide.c                                             →   it printed "cc -O2 tide.c"
 *     --> Using cache 3fa1…          ---> Using cache           →   cached
 *     Error: building at STEP "RUN make": exit status 2         →   failed, in the end: what comes on the other stream may come later
 *     The command '/bin/sh -c make' returned a non-zero code: 2
 *
 * The id of a step is its stage and its number: `1 2`. What comes before the first step and after the last is text.
 */

import type { BuildEvent, EventReader, StepStatus } from './build-events.js';
import { plainLine } from './log-lines.js';

const STEP = /^(?:\[\S+\/\S*[a-z]\S*\] )?(?:\[(\d+)\/\d+\] )?(?:STEP (\d+)\/\d+:|Step (\d+)\/\d+ :) /;
const ERROR = /^(?:error|Error): .*\b(?:building at STEP|creating build container|committing|pushing|no stage or image found)\b/;
const LEGACY_ERROR =
  /^(?:The command '.*' returned a non-zero code: \d+|(?:COPY|ADD) failed: .*|pull access denied for .*|manifest for .* not found.*)/;

const CACHED = /^--> Using cache\b|^ ---> Using cache$/;

/** Buildah says of a command that ended what it says of the step, too. */
const ASIDE = /^(?:subprocess exited with status \d+|process exited with error: .*|time="\S+" level=.*)$/;

interface Current {
  readonly id: string;
  readonly name: string;
  readonly cached: boolean;
}

export function readSteps(): EventReader {
  let current: Current | undefined;
  let error: string | undefined;
  const ended = (state: StepStatus): readonly BuildEvent[] => {
    const step = current;
    current = undefined;
    return step === undefined ? [] : [endOf(step, state, error)];
  };
  const begun = (step: Current): readonly BuildEvent[] => {
    const before = ended('done');
    current = step;
    return [...before, { kind: 'step', id: step.id, name: step.name, state: 'running' }];
  };
  const read = (raw: string): readonly BuildEvent[] => {
    const line = plainLine(raw);
    const step = stepOf(line);
    if (step !== undefined) return begun(step);
    const isError = ERROR.test(line) || LEGACY_ERROR.test(line);
    error = isError ? shortened(line) : withCause(error, line);
    if (!isError && current !== undefined && CACHED.test(line)) current = { ...current, cached: true };
    else if (!isError && /^(?:COMMIT\b|Successfully built [0-9a-f]{12}$)/.test(line)) return [...ended('done'), { kind: 'text', line }];
    else if (!isError && current !== undefined) return isAside(line) ? [] : [{ kind: 'log', id: current.id, lines: [line] }];
    return isAside(line) || line === '' ? [] : [{ kind: 'text', line: shortened(line) }];
  };
  return { read, end: () => ended(error === undefined ? 'done' : 'failed') };
}

function stepOf(line: string): Current | undefined {
  const [head, stage = '1', number, legacy] = STEP.exec(line) ?? [];
  return head === undefined ? undefined : { id: `${stage} ${number ?? legacy}`, name: line, cached: false };
}

function endOf({ id, name, cached }: Current, state: StepStatus, error: string | undefined): BuildEvent {
  if (state === 'failed' && error !== undefined) return { kind: 'step', id, name, state, error };
  return { kind: 'step', id, name, state: cached && state === 'done' ? 'cached' : state };
}

/** Of several errors, which stand below, the last is what the others came of. */
function withCause(error: string | undefined, line: string): string | undefined {
  const [, cause] = /^\t\* (.*)$/.exec(line) ?? [];
  return cause === undefined ? error : error?.replace(/(\d+ errors occurred:)(?: .*)?$/, `$1 ${cause.replaceAll('$', '$$$$')}`);
}

/** Names of layers and of containers in between, and what is said twice. */
function isAside(line: string): boolean {
  return /^(?:-->| ---> )/.test(line) || ASIDE.test(line);
}

/** An old Buildah shows its whole state, the environment of the machine with it. */
function shortened(line: string): string {
  return line.replace(/ &imagebuilder\.Step\{.*$/, '');
}
