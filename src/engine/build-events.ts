/**
 * What an engine tells of a build while it goes on, whichever engine it is and however it says it: `read-rawjson.ts`, `read-plain.ts` and `read-steps.ts` make these events
 * of what it prints.
 */

export type BuildEvent = StepEvent | LogEvent | TransferEvent | WarningEvent | TextEvent;

export interface StepEvent {
  readonly kind: 'step';
  /** The engine's, unlike that of any other step of the build. */
  readonly id: string;
  /** As the engine has it: `[build 2/3] RUN make`. */
  readonly name: string;
  readonly state: StepStatus;
  /** What it took, by the engine's clock; only of one that has ended. */
  readonly seconds?: number;
  /** Why it failed. */
  readonly error?: string;
}

/** `waiting`: known, and not begun. `canceled`: ended because another failed. */
export type StepStatus = 'waiting' | 'running' | 'done' | 'cached' | 'failed' | 'canceled';

/** Whole lines that a step printed. */
export interface LogEvent {
  readonly kind: 'log';
  readonly id: string;
  readonly lines: readonly string[];
}

/** How much has come of something that a step fetches. */
export interface TransferEvent {
  readonly kind: 'transfer';
  readonly id: string;
  readonly part: string;
  /** Bytes. */
  readonly current: number;
  readonly total: number;
}

/** What the builder finds odd in the Dockerfile. */
export interface WarningEvent {
  readonly kind: 'warning';
  readonly message: string;
  /** 1-based lines of the Dockerfile. */
  readonly lines: readonly number[];
}

/** A line that belongs to no step. */
export interface TextEvent {
  readonly kind: 'text';
  readonly line: string;
}

/** Makes events of the lines that an engine prints, one after the other, and of their end. */
export interface EventReader {
  readonly read: (line: string) => readonly BuildEvent[];
  readonly end: () => readonly BuildEvent[];
}
