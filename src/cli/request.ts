/** Request: what the arguments ask for; and how parsed options become one, whoever parsed them. */

import type { Options } from 'yargs';
import { globalOptions, type AnyCommand } from './command.js';
import { commands } from './commands/index.js';
import type { Output, OutputOptions } from './output.js';

export type Request = VerbRequest | { readonly kind: 'text'; readonly text: string };

export interface VerbRequest {
  readonly kind: 'verb';
  readonly verb: keyof typeof commands;
  /** Value of every option of the verb, by its long name; `subject`; `afterDashes`. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** All options of a verb, by their long names. */
export function optionsOf(verb: keyof typeof commands): Readonly<Record<string, Options>> {
  return { ...commands[verb].options, ...globalOptions };
}

export function outputOptions({ args }: VerbRequest): OutputOptions {
  return { json: args['json'] === true, quiet: args['quiet'] === true, color: args['color'] as boolean | undefined };
}

/** Gives the exit code. */
export function runRequest({ verb, args }: VerbRequest, output: Output): Promise<number> {
  const command: AnyCommand = commands[verb];
  return command.run(args as never, output);
}
