/**
 * CliError: what a verb cannot do, and why. `report.ts` prints it; `main` ends with its exit code.
 */

export interface CliErrorDetails {
  /** Kebab-case name of the kind of fault: `no-engine`. */
  readonly code: string;
  /** Thing and fault. */
  readonly message: string;
  /** Remedy. */
  readonly hint?: string | undefined;
  /** @default 2 */
  readonly exitCode?: number;
}

export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: number;

  constructor(details: CliErrorDetails) {
    super(details.message);
    this.code = details.code;
    this.hint = details.hint;
    this.exitCode = details.exitCode ?? 2;
  }
}
