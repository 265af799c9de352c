/**
 * Build arguments: a definition of Apptainer is built without any, so that each has the value of its default, wherever it is used.
 *
 *     ARG RELEASE=12                      export RELEASE=12
 *     ENV TOOL=/opt/${RELEASE}/bin        export TOOL=/opt/12/bin
 */

import type { Arg, NamedText } from '../../ir/instruction.js';
import type { PathText, Text } from '../../text.js';

export type Arguments = ReadonlyMap<string, Text>;

/** What the engine says of the machine. */
const OF_THE_BUILDER = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

/** The text without build arguments; an operator that asks for more than whether there is a value is left to the shell, which knows them in %post. */
export function withArguments<T extends PathText>(text: T, given: Arguments): T | Text {
  if (typeof text === 'string') return text;
  return text.flatMap((part): Text => {
    if (typeof part === 'string') return [part];
    const value = given.get(part.variable);
    if (value === undefined) return [part];
    const { operator = '', word } = part;
    if (/^:?[-?]?$/.test(operator)) return value.length === 0 && operator.startsWith(':') ? wordText(word) : value;
    return /^:?\+$/.test(operator) ? (value.length === 0 && operator === ':+' ? [] : wordText(word)) : [part];
  });
}

function wordText(word = ''): Text {
  return word === '' ? [] : [word];
}

/** An ENV hides a build argument of its name. */
export function withoutNames(given: Arguments, entries: readonly NamedText[]): Arguments {
  return new Map([...given].filter(([name]) => entries.every((entry) => entry.name !== name)));
}

export interface NoValue {
  readonly message: string;
  readonly hint: string;
}

/** Its value; or why it has none. */
export function argumentValue(arg: Arg, { globals, given }: { readonly globals: Arguments; readonly given: Arguments }): Text | NoValue {
  const value = arg.default ?? globals.get(arg.name);
  if (value !== undefined) return withArguments(value, given);
  const message = `the build argument "${arg.name}" has no default, and a definition of Apptainer is built without arguments`;
  return { message, hint: OF_THE_BUILDER.test(arg.name) ? 'ask the machine in the command: "uname -m"' : 'give it a default' };
}

/** The build arguments before the first FROM. */
export function globalArguments(globalArgs: readonly Arg[]): Arguments {
  const given = new Map<string, Text>();
  for (const { name, default: value } of globalArgs) if (value !== undefined) given.set(name, withArguments(value, given));
  return given;
}
