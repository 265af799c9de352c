/** Clock: the time, and what is to happen again and again; given to what shows it, so that tests have their own. */

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  /** Calls it again and again; gives what ends that. */
  readonly every: (milliseconds: number, call: () => void) => () => void;
}
