/**
 * Command: a verb as data. `main.ts` makes the parser, the help and the completion of the table of commands.
 */

import type { InferredOptionTypes, Options } from 'yargs';
import type { CandidateSource } from './completion/candidate.js';
import type { Output } from './output.js';

export type CommandOptions = Readonly<Record<string, Options>>;

/** What every verb takes. */
export const globalOptions = {
  cwd: { type: 'string', requiresArg: true, describe: 'run as if started in this folder' },
  json: { type: 'boolean', default: false, describe: 'print the result as JSON on stdout' },
  color: { type: 'boolean', describe: 'colours, whatever the terminal is (--no-color: none)' },
  quiet: { type: 'boolean', default: false, describe: 'nothing on stderr but problems' },
} as const satisfies CommandOptions;

/** Options of a verb, those of all verbs, and what stands after `--`. */
export type CommandArguments<O extends CommandOptions> = InferredOptionTypes<O & typeof globalOptions> & {
  /** The positional argument. */
  readonly subject: string | undefined;
  /** The positional arguments of a verb that takes several. */
  readonly subjects: readonly string[];
  readonly afterDashes: readonly string[];
};

export interface Command<O extends CommandOptions = CommandOptions> {
  /** The positional argument, as the help shows it, what it is, and whether there may be several. */
  readonly subject?: {
    readonly name: string;
    readonly describe: string;
    readonly many?: true;
    /** What it may be, for completion. @default files */
    readonly values?: CandidateSource;
  };
  readonly summary: string;
  readonly options: O;
  /** Command lines that show its use. */
  readonly examples: readonly (readonly [commandLine: string, what: string])[];
  /** What its help says beyond the summary. */
  readonly manual?: Manual;
  /** Gives the exit code. */
  readonly run: (args: CommandArguments<O>, output: Output) => Promise<number>;
}

export interface Manual {
  /** Paragraphs. */
  readonly about: readonly string[];
  /** What may stand after `--`, for a verb that hands it on. */
  readonly afterDashes?: string;
  /** Exit codes whose meaning is told better than for all verbs; a verb without a 1 here has no findings. */
  readonly exits?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Other verbs. */
  readonly seeAlso?: readonly string[];
}

/** A verb whose options do not matter: what the table of verbs holds. */
export type AnyCommand = Command<any>;

/** Infers the options' types. */
export function command<const O extends CommandOptions>(definition: Command<O>): Command<O> {
  return definition;
}
