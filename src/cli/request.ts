/** Request: what the arguments ask for; and how parsed options become one, whoever parsed them. */

import type { Options } from 'yargs';
import { globalOptions, type AnyCommand } from './command.js';
import { commands } from './commands/index.js';
import type { Output, OutputOptions } from './output.js';

export type Request = VerbRequest | { readonly kind: 'text'; readonly text: string };

export interface VerbRequest {
  readonly kind: 'verb';
  readonly verb: keyof typeof commands;
  /** Value of every option of the verb, by its long name; `subject` and `subjects`; `afterDashes`. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** All options of a verb, by their long names. */
export function optionsOf(verb: keyof typeof commands): Readonly<Record<string, Options>> {
  return { ...commands[verb].options, ...globalOptions };
}

/** What a verb is told of its positional arguments. */
export function positionals(subject: AnyCommand['subject'], given: readonly string[]): Readonly<Record<string, unknown>> {
  return subject?.many ? { subject: undefined, subjects: given } : { subject: given[0], subjects: [] };
}

export function outputOptions({ args }: VerbRequest): OutputOptions {
  return { json: args['json'] === true, quiet: args['quiet'] === true, color: args['color'] as boolean | undefined };
}

/** Gives the exit code. */
export function runRequest({ verb, args }: VerbRequest, output: Output): Promise<number> {
  const command: AnyCommand = commands[verb];
  return command.run(args as never, output);
}
