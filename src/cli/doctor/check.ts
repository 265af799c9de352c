/** Check: one thing that `doctor` looked at. */

export interface Check {
  /** `engine docker`. */
  readonly subject: string;
  readonly message: string;
  /** The remedy: set when something is wrong. */
  readonly hint?: string;
}
