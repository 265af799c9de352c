/** Check: one thing that `doctor` looked at. */

export interface Check {
  /** `engine docker`. */
  readonly subject: string;
  readonly message: string;
  /** The remedy: set when something is wrong, or worth a note. */
  readonly hint?: string | undefined;
  /** Nothing that a build fails for. */
  readonly note?: true | undefined;
}
