/**
 * usageError(): what yargs says of wrong arguments → a CliError with a remedy.
 *
 *     Unknown argument: tga        there is no option --tga         did you mean "--tag"?
 *     Unknown argument: biuld      there is no verb "biuld"         did you mean "build"?
 */

import type { Options } from 'yargs';
import { didYouMean } from '../spec/did-you-mean.js';
import { CliError } from './cli-error.js';
import { globalOptions } from './command.js';
import { commands } from './commands/index.js';
import { passwordArgument } from './password-argument.js';
import { optionsOf } from './request.js';

const SEE_HELP = 'see "imagewright --help"';

export function usageError(text: string, argv: readonly string[]): CliError {
  // `-pSECRET`, of which a parser would make options.
  if (verbIn(argv) === 'login' && argv.some((word) => /^-p./.test(word))) return passwordArgument();
  const { message, hint } = explain(text, argv);
  return new CliError({ code: 'usage', message, hint });
}

/** The folder of `--cwd` may stand before it. */
function verbIn(argv: readonly string[]): string {
  return argv.find((word, index) => !word.startsWith('-') && argv[index - 1] !== '--cwd') ?? '';
}

function explain(text: string, argv: readonly string[]): { readonly message: string; readonly hint: string } {
  const verb = verbIn(argv);
  const unknown = /^Unknown (?:argument|command)s?: ([^,]*)/.exec(text)?.[1];
  if (unknown !== undefined) return explainUnknown(unknown, verb, argv);
  const choice = /Argument: ([^,]+), Given: (.*), Choices: (.*)/.exec(text);
  if (choice !== null) return { message: `--${choice[1]} cannot be ${choice[2]}`, hint: `choose one of ${choice[3]}` };
  const empty = /^Not enough arguments following: (.*)/.exec(text)?.[1];
  if (empty !== undefined) return { message: `${dashed(empty)} wants a value`, hint: 'a value that begins with "-" is given as --option=-value' };
  return { message: text.charAt(0).toLowerCase() + text.slice(1), hint: SEE_HELP };
}

function explainUnknown(unknown: string, verb: string, argv: readonly string[]): { readonly message: string; readonly hint: string } {
  if (unknown === verb && !Object.hasOwn(commands, verb)) {
    return { message: `there is no verb "${verb}"`, hint: didYouMean(verb, Object.keys(commands)) ?? SEE_HELP };
  }
  const asOption = argv.some((word) => word === dashed(unknown) || word.startsWith(`${dashed(unknown)}=`) || /^-[^-]/.test(word));
  const hint = `see "imagewright ${verb} --help"`;
  // It may be a password.
  if (!asOption && verb === 'login') return { message: 'login takes one argument, the registry', hint };
  if (!asOption) return { message: `"${unknown}" is one argument too many`, hint };
  const options = Object.hasOwn(commands, verb) ? optionsOf(verb as keyof typeof commands) : globalOptions;
  const known = Object.entries<Options>(options).flatMap(([name, { hidden }]) => (hidden === true ? [] : [dashed(name)]));
  return { message: `there is no option ${dashed(unknown)}`, hint: didYouMean(dashed(unknown), known) ?? hint };
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}
