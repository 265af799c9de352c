/**
 * parse(): an argument list → what is asked for: a verb with its options, or a text (help, version). The only user of yargs.
 *
 * Wrong usage is a CliError with a remedy. Nothing is printed here.
 */

import yargs, { type Argv } from 'yargs';
import packageJson from '../../package.json' with { type: 'json' };
import { CliError } from './cli-error.js';
import { globalOptions, type AnyCommand } from './command.js';
import { commands } from './commands/index.js';
import { helpText } from './help/help-text.js';
import { manualOf } from './help/manual.js';
import { isVerb } from './help/print-help.js';
import { optionsOf, positionals, type Request, type VerbRequest } from './request.js';
import { usageError } from './usage-error.js';

type Parsed = Readonly<Record<string, unknown>>;

export async function parse(argv: readonly string[]): Promise<Request> {
  const text = helpOf(argv);
  if (text !== undefined) return { kind: 'text', text };
  let request: Request | undefined;
  const parser = createParser(argv, (verb, parsed) => (request = verbRequest(verb, parsed)));
  let version = '';
  await parser.parseAsync([...argv], {}, (_error: unknown, _parsed: unknown, printed: string) => void (version = printed));
  return request ?? { kind: 'text', text: `${version}\n` };
}

/** What is asked for by `--help`, wherever it stands: the manual of the verb before it, or of all. */
function helpOf(argv: readonly string[]): string | undefined {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  if (!own.includes('--help') && !own.includes('-h')) return undefined;
  return helpText(manualOf(own.find(isVerb)));
}

function createParser(argv: readonly string[], chosen: (verb: keyof typeof commands, parsed: Parsed) => void): Argv {
  const parser = yargs()
    .scriptName('imagewright')
    .locale('en')
    .parserConfiguration({ 'populate--': true, 'parse-positional-numbers': false, 'dot-notation': false })
    .options(globalOptions)
    .version(packageJson.version)
    .help(false)
    .strict()
    .demandCommand(1, 1, 'which verb?', 'one verb at a time')
    .exitProcess(false)
    .fail((message, error) => {
      throw error instanceof CliError ? error : usageError(message ?? error.message, argv);
    });
  for (const verb of Object.keys(commands) as (keyof typeof commands)[]) addCommand(parser, verb, (parsed) => chosen(verb, parsed));
  return parser;
}

function addCommand(parser: Argv, verb: keyof typeof commands, chosen: (parsed: Parsed) => void): void {
  const { subject, summary, options }: AnyCommand = commands[verb];
  const build = (builder: Argv) => {
    if (subject !== undefined) builder.positional(subject.name, { type: 'string', array: subject.many === true, describe: subject.describe });
    return builder.options({ ...options });
  };
  const form = subject === undefined ? verb : `${verb} [${subject.name}${subject.many ? '..' : ''}]`;
  parser.command(form, summary, build, (parsed) => chosen(parsed as unknown as Parsed));
}

function verbRequest(verb: keyof typeof commands, parsed: Parsed): VerbRequest {
  const options = Object.entries(optionsOf(verb));
  const twice = options.find(([name, option]) => option.array !== true && Array.isArray(parsed[name]));
  if (twice !== undefined) throw new CliError({ code: 'usage', message: `--${twice[0]} is given twice`, hint: 'leave out one of them' });
  const { subject }: AnyCommand = commands[verb];
  const afterDashes = ((parsed['--'] ?? []) as readonly (string | number)[]).map(String);
  const values = Object.fromEntries(options.map(([name]) => [name, parsed[name]]));
  const given = subject === undefined ? undefined : (parsed[subject.name] as string | readonly string[] | undefined);
  return { kind: 'verb', verb, args: { ...values, ...positionals(subject, [given ?? []].flat()), afterDashes } };
}
