/** What the instruction printers give and get: lines with their origins, and the circumstances under which an instruction is printed. */

import type { Origin } from '../origin.js';
import type { Target } from '../target.js';
import type { Escape } from './quote.js';

/** One physical line of the output, without its newline. */
export interface PrintedLine {
  readonly text: string;
  readonly origins: readonly Origin[];
  /** Not to be broken in two: a line of a heredoc, or of the author's own. */
  readonly verbatim?: true;
  /** Only for people: left out where nobody wants comments. */
  readonly comment?: true;
}

/** Why a value cannot be printed where it stands, and what to do instead. */
export interface Fault {
  /** Thing and fault: `"a\nb" has a newline, which ENV cannot carry`. */
  readonly message: string;
  readonly hint: string;
}

export interface PrintContext {
  /** Reports a value that the Dockerfile cannot carry; printing goes on, so that all of them are found. */
  refuse(origin: Origin, fault: Fault | undefined): void;
  /** Argument list of the shell that RUN uses here, as far as the program says it; undefined: the base's, normally `/bin/sh -c`. */
  readonly shell: readonly string[] | undefined;
  /** What the Dockerfile is for. */
  readonly target: Target;
  /** What escapes and continues lines. */
  readonly escape: Escape;
  /** Whether it is printed behind ONBUILD. */
  readonly isTrigger?: boolean;
  /** Names of the stages before this one. */
  readonly earlierStages: readonly string[];
}

/** Prints one instruction; its comment is not its business. */
export type InstructionPrinter<I> = (instruction: I, context: PrintContext) => readonly PrintedLine[];
