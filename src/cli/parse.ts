/**
 * parse(): an argument list → what is asked for: a verb with its options, or a text (help, version). The only user of yargs.
 *
 * Wrong usage is a CliError with a remedy. Nothing is printed here.
 */

import yargs, { type Argv, type Options } from 'yargs';
import packageJson from '../../package.json' with { type: 'json' };
import { CliError } from './cli-error.js';
import { globalOptions, type AnyCommand, type CommandArguments, type CommandOptions } from './command.js';
import { commands } from './commands/index.js';
import type { Output, OutputOptions } from './output.js';
import { usageError } from './usage-error.js';

export type Request =
  | { readonly kind: 'run'; readonly options: OutputOptions; readonly run: (output: Output) => Promise<number>; readonly cwd: string | undefined }
  | { readonly kind: 'text'; readonly text: string };

interface Parsed extends Record<string, unknown> {
  readonly cwd?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color?: boolean;
  readonly '--'?: readonly (string | number)[];
}

export async function parse(argv: readonly string[]): Promise<Request> {
  let request: Request | undefined;
  const parser = createParser(argv, (name, parsed) => (request = runRequest(commands[name as keyof typeof commands], parsed)));
  let text = '';
  await parser.parseAsync([...argv], {}, (_error: unknown, _parsed: unknown, printed: string) => void (text = printed));
  if (request !== undefined) return request;
  return { kind: 'text', text: text === '' ? `${await parser.getHelp()}\n` : `${text}\n` };
}

function createParser(argv: readonly string[], chosen: (name: string, parsed: Parsed) => void): Argv {
  const parser = yargs()
    .scriptName('imagewright')
    .usage('$0 VERB [image.ts] [options]\n\nCompiles image.ts to a Dockerfile, builds it and runs it with your own engine.')
    .locale('en')
    .parserConfiguration({ 'populate--': true, 'parse-positional-numbers': false, 'dot-notation': false })
    .options(globalOptions)
    .version(packageJson.version)
    .alias('help', 'h')
    .group([...Object.keys(globalOptions), 'help', 'version'], 'With every verb:')
    .epilogue('What stands after -- goes to the engine untouched. "imagewright VERB --help" tells more.')
    .wrap(Math.min(120, process.stdout.columns ?? 100))
    .strict()
    .demandCommand(1, 1, 'which verb?', 'one verb at a time')
    .exitProcess(false)
    .fail((message, error) => {
      throw error instanceof CliError ? error : usageError(message ?? error.message, argv);
    });
  for (const [name, definition] of Object.entries<AnyCommand>(commands)) addCommand(parser, name, { definition, chosen });
  return parser;
}

function addCommand(
  parser: Argv,
  name: string,
  { definition, chosen }: { definition: AnyCommand; chosen: (name: string, parsed: Parsed) => void },
): void {
  const { subject } = definition;
  const build = (builder: Argv) => {
    if (subject !== undefined) builder.positional(subject.name, { type: 'string', describe: subject.describe });
    for (const [line, what] of definition.examples) builder.example(line, what);
    return builder.options({ ...definition.options }).epilogue('');
  };
  parser.command(subject === undefined ? name : `${name} [${subject.name}]`, definition.summary, build, (parsed) =>
    chosen(name, parsed as unknown as Parsed),
  );
}

function runRequest(definition: AnyCommand, parsed: Parsed): Request {
  const twice = Object.entries<Options>({ ...definition.options, ...globalOptions }).find(
    ([name, option]) => option.array !== true && Array.isArray(parsed[name]),
  );
  if (twice !== undefined) throw new CliError({ code: 'usage', message: `--${twice[0]} is given twice`, hint: 'leave out one of them' });
  const subject = definition.subject === undefined ? undefined : (parsed[definition.subject.name] as string | undefined);
  const args = { ...parsed, subject, afterDashes: (parsed['--'] ?? []).map(String) } as unknown as CommandArguments<CommandOptions>;
  return {
    kind: 'run',
    options: { json: parsed.json, quiet: parsed.quiet, color: parsed.color },
    run: (output) => definition.run(args, output),
    cwd: parsed.cwd,
  };
}
