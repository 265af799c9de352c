/** A fault of one value: what a check finds. `validate.ts` adds where the value stands. */

export interface Fault {
  readonly code: string;
  /** Thing and fault; the thing is the quoted value. */
  readonly message: string;
  /** Remedy. */
  readonly hint?: string;
  /** @default 'error' */
  readonly severity?: 'warning';
}

/** Looks at one value; undefined when nothing is wrong. */
export type Check<T> = (value: T) => Fault | undefined;

/** A user's text as messages show it: in double quotes, what cannot be seen escaped, no longer than 60 characters. */
export function quoted(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 57)}...` : value;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
