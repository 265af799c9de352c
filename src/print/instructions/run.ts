/**
 * RUN: commands joined with `&&`, a script as a heredoc, or an argument list.
 *
 *     RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
 *         apt-get update && \
 *         apt-get install -y --no-install-recommends \
 *             build-essential \
 *             git
 *
 * A script gets `set -e` first, so that the failure of any line fails the build, unless it begins with `#!` or the stage's shell is no POSIX one. Refuses what
 * neither a line nor a heredoc carries: a last backslash that is not escaped, a carriage return, a line or a script that is too long.
 */

import { builderWith } from '../../ir/builder-with.js';
import { features, hasFeature, type FeatureName } from '../../ir/features.js';
import type { Run, RunScript, ShellCommand } from '../../ir/instruction.js';
import { isBourne } from '../../ir/stage-shell.js';
import { mergeOrigins, type Origin } from '../../origin.js';
import { byteLength, carryFault, LONGEST_ARGUMENT, shown } from '../carry.js';
import { commentLines } from '../comment.js';
import { heredoc } from '../heredoc.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { mountFault, mountFlag } from '../mount-flag.js';
import { execForm, type Escape } from '../quote.js';
import { isMisreadAnywhere, looksLikeForm, needsOwnLines } from '../run-line.js';
import { withoutHeredoc } from '../without-heredoc.js';

const INDENT = '    ';

/** Columns that a command and its only word may fill together. */
const WIDTH = 100;

export function printRun(run: Run, context: PrintContext): readonly PrintedLine[] {
  const { script, mounts, origins } = run;
  const origin = origins[0]!;
  for (const mount of mounts) context.refuse(origin, mountFault(mount));
  for (const fault of scriptFaults(script)) context.refuse(origin, fault);
  const flags = flagsOf(run, context).map((text) => ({ text, origins }));
  const { escape } = context;
  if (script.form === 'exec') return laidOut([...flags, { text: execForm(script.argv), origins }], escape);
  if (script.form === 'script') return onLines(flags, { body: scriptBody(script.text, context.shell), origins }, context);
  const lines = commandLines(script.commands, origins);
  const mustBeHeredoc =
    looksLikeForm(textOf(lines)) ||
    lines.at(-1)?.text.endsWith(escape) ||
    script.commands.some(mustLeaveTheLine) ||
    (script.commands.length > 1 && script.commands.some(({ line }) => needsOwnLines(line)));
  return mustBeHeredoc ? onLines(flags, { body: joinedBody(script.commands), origins }, context) : laidOut([...flags, ...lines], escape);
}

function flagsOf({ mounts, network, security, devices = [] }: Run, context: PrintContext): readonly string[] {
  return [
    ...mounts.map((mount) => mountFlag(mount, context)),
    ...(network === undefined ? [] : [`--network=${network}`]),
    ...(security === undefined ? [] : [`--security=${security}`]),
    ...devices.map((device) => `--device=${device},required`),
  ];
}

/** As the builder joins them. */
function textOf(lines: readonly PrintedLine[]): string {
  return lines.flatMap(({ text, comment }) => (comment ? [] : [text])).join(' ');
}

/** Flags and commands, one a line, each but the last continued. The builder takes comments out before it joins lines. */
function laidOut(lines: readonly PrintedLine[], escape: Escape): readonly PrintedLine[] {
  return lines.map((line, index) => {
    const start = index === 0 ? 'RUN ' : INDENT;
    const end = index === lines.length - 1 || line.comment ? '' : ` ${escape}`;
    return { ...line, text: `${start}${line.text}${end}` };
  });
}

interface Script {
  readonly body: string;
  readonly origins: readonly Origin[];
}

/** A script on lines of its own: in a heredoc, where the builder has them. */
function onLines(flags: readonly PrintedLine[], { body, origins }: Script, context: PrintContext): readonly PrintedLine[] {
  const { target, escape, shell, refuse } = context;
  const feature = heredocFeature(body, context);
  if (!hasFeature(target, feature)) {
    const message = `${shown(body)} needs ${features[feature].name}, which needs ${builderWith(target, feature).need}`;
    if (!isBourne(shell)) refuse(origins[0]!, { message, hint: 'write it on one line' });
    return laidOut([...flags, ...commandLines(withoutHeredoc(body), origins)], escape);
  }
  const { delimiter, lines } = heredoc(body, origins);
  const opening = `<<'${delimiter}'`;
  const last = flags.at(-1);
  const head = last ? [...flags.slice(0, -1), { ...last, text: `${last.text} ${opening}` }] : [{ text: opening, origins }];
  return [...laidOut(head, escape), ...lines];
}

function heredocFeature(body: string, { isTrigger }: PrintContext): FeatureName {
  if (isTrigger === true) return 'onbuildHeredoc';
  return body.startsWith('#!') ? 'interpreterHeredoc' : 'heredoc';
}

/** Each command on its line, its arguments below it when there are several; where commands are joined, what could leak stands in a subshell. */
function commandLines(commands: readonly ShellCommand[], runOrigins: readonly Origin[]): readonly PrintedLine[] {
  return commands.flatMap((command, index) => {
    const isSubshell = command.isolated && commands.length > 1;
    const end = `${isSubshell ? ' )' : ''}${index === commands.length - 1 ? '' : ' &&'}`;
    const lines = wordLines(command, runOrigins).map((line, row) => ({ ...line, text: `${isSubshell && row === 0 ? '( ' : ''}${line.text}` }));
    const ended = lines.map((line, row) => (row === lines.length - 1 ? { ...line, text: `${line.text}${end}` } : line));
    return index === 0 ? ended : [...commentAbove(command, runOrigins), ...ended];
  });
}

function commentAbove({ comment, origins = [] }: ShellCommand, runOrigins: readonly Origin[]): readonly PrintedLine[] {
  const above = { origins: origins.length === 0 ? runOrigins : origins, verbatim: true, comment: true } as const;
  return comment === undefined ? [] : commentLines(comment).map((text) => ({ ...above, text }));
}

/** One word stays behind its command, where the line does not become too long by it. */
function wordLines({ line, arguments: words, origins, argumentOrigins }: ShellCommand, runOrigins: readonly Origin[]): readonly PrintedLine[] {
  const lineOrigins = origins ?? runOrigins;
  const text = [line, ...words].join(' ');
  if (words.length === 0 || (words.length === 1 && INDENT.length + text.length <= WIDTH)) {
    return [{ text, origins: words.length === 0 ? lineOrigins : mergeOrigins(argumentOrigins?.[0] ?? [], lineOrigins) }];
  }
  return [
    { text: line, origins: lineOrigins },
    ...words.map((word, index) => ({ text: `${INDENT}${word}`, origins: argumentOrigins?.[index] ?? lineOrigins })),
  ];
}

function mustLeaveTheLine({ line, arguments: words }: ShellCommand): boolean {
  return [line, ...words].some(isMisreadAnywhere);
}

/** Commands joined as in a file of their own; a group on lines of its own where a command could swallow what follows. */
export function joinedBody(commands: readonly ShellCommand[]): string {
  const texts = commands.map(({ line, arguments: words, isolated }) => {
    const text = [line, ...words].join(` \\\n${INDENT}`);
    if (commands.length === 1) return text;
    if (isolated) return `(\n${text}\n)`;
    return needsOwnLines(line) ? `{\n${text}\n}` : text;
  });
  return `${texts.join(' &&\n')}\n`;
}

export function scriptBody(text: string, shell: readonly string[] | undefined): string {
  const body = text.endsWith('\n') ? text : `${text}\n`;
  return needsSetE(text, shell) ? `set -e\n${body}` : body;
}

function needsSetE(text: string, shell: readonly string[] | undefined): boolean {
  const [firstLine] = text.trimStart().split('\n');
  if (text.startsWith('#!') || /^set\s(.*\s)?-([a-z]*e[a-z]*|o\s+errexit)(\s|$)/.test(firstLine!)) return false;
  return isBourne(shell);
}

function scriptFaults(script: RunScript): readonly (Fault | undefined)[] {
  switch (script.form) {
    case 'exec':
      return [
        ...script.argv.map((argument) => carryFault(argument, { name: 'RUN', alphabet: 'json' })),
        script.argv.length === 0 ? { message: 'RUN has an empty list', hint: 'name a program' } : undefined,
      ];
    case 'script':
      return [textFault(script.text)];
    case 'commands':
      return [
        ...script.commands.flatMap(({ line, arguments: words }) => [line, ...words].map(textFault)),
        script.commands.length === 0 ? { message: 'RUN has no command', hint: 'leave it out' } : undefined,
        lengthFault(joinedBody(script.commands)),
      ];
  }
}

function textFault(text: string): Fault | undefined {
  const fault = carryFault(text, { name: 'RUN', alphabet: 'script' });
  if (fault) return fault;
  if (endsInBackslash(text))
    return { message: `${shown(text)} ends with a backslash, which RUN cannot carry`, hint: 'end it otherwise: a last backslash says nothing' };
  return text.startsWith('#!') ? undefined : lengthFault(text);
}

/** A backslash that nothing follows; a pair of them is one that the shell sees. */
function endsInBackslash(text: string): boolean {
  return /\\*$/.exec(text)![0].length % 2 === 1;
}

function lengthFault(text: string): Fault | undefined {
  if (byteLength(text) < LONGEST_ARGUMENT) return undefined;
  return {
    message: `${shown(text)} is longer than ${LONGEST_ARGUMENT} bytes, which no program can be given`,
    hint: 'put it into a file, copy that, and run it',
  };
}
