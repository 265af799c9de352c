/** Display: where the events of a build go, one after the other, while it goes on. */

import type { BuildEvent } from '../../engine/build-events.js';
import type { BuildState } from './build-state.js';

export interface Display {
  /** What has happened, and how the build stands since. */
  readonly show: (event: BuildEvent, state: BuildState) => void;
  /** The engine has ended; nothing is shown after that. */
  readonly end: (state: BuildState) => void;
}

/** What is said of an end: steps of the Dockerfile, and what is done with the image. */
export function isTold({ counts, label, state }: { readonly counts: boolean; readonly label: string; readonly state: string }): boolean {
  return counts || state === 'failed' || /^(?:exporting|pushing)\b/.test(label);
}

/** Shows nothing: with --quiet. */
export const silent: Display = { show: () => undefined, end: () => undefined };
