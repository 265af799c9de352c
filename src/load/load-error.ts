/**
 * LoadError: a definition file that cannot be loaded. Line and column are 1-based and stand for a place in `file`.
 */

export type LoadErrorCode =
  | 'no-definition-file'
  | 'definition-syntax'
  | 'definition-throws'
  | 'definition-never-ends'
  | 'import-not-found'
  | 'no-default-export'
  | 'wrong-default-export';

export interface LoadErrorDetails {
  readonly code: LoadErrorCode;
  /** Thing and fault. */
  readonly message: string;
  /** Remedy. */
  readonly hint?: string | undefined;
  /** Absolute path of the user's file that is at fault. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** What the user's code threw. */
  readonly cause?: unknown;
}

export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly code: LoadErrorCode;
  readonly hint: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(details: LoadErrorDetails) {
    super(details.message, 'cause' in details ? { cause: details.cause } : {});
    this.code = details.code;
    this.hint = details.hint;
    this.file = details.file;
    this.line = details.line;
    this.column = details.column;
  }
}
