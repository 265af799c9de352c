/**
 * joinRuns(): one RUN that does what two adjacent ones do, or undefined where that is not certain.
 *
 *     RUN cd /opt/zlib && make
 *     RUN ldconfig
 *
 *     RUN ( cd /opt/zlib && make ) && \
 *         ldconfig
 *
 * In: two RUNs with nothing between them, and the shell that they run in (undefined: the base's). Refuses
 *
 * - `verbatim` runs, those that are to be a layer of their own, scripts (heredocs) and exec forms;
 * - different mounts, network or security: the first would see what only the second may;
 * - shells that are not of the Bourne family: `( … ) && ( … )` is their grammar;
 * - lines with `;`, or of several lines: joined with `&&` they are a condition, in which `set -e` (and `SHELL ["bash", "-e", "-c"]`) is inert, so that a
 *   failure in the middle would be passed over;
 * - a list of commands with an `||` that is not isolated: it stands in for all before it;
 * - lines with a comment, a heredoc, a background process (it would live on in the second), or a `\` at the end;
 * - what would exceed the length that a kernel takes for one argument.
 */

import { mergeOrigins } from '../origin.js';
import type { Run, ShellCommand } from './instruction.js';
import { same } from './same.js';
import { isBourne, type ShellArgv } from './stage-shell.js';

/** MAX_ARG_STRLEN of Linux is 131,072 bytes; a character has at most four in UTF-8. */
const LONGEST = 32_000;

export function joinRuns(first: Run, second: Run, shell: ShellArgv | undefined): Run | undefined {
  if (staysApart(first) || staysApart(second) || !isBourne(shell) || !isSameSandbox(first, second)) return undefined;
  if (first.script.form !== 'commands' || second.script.form !== 'commands') return undefined;
  if (isListWithAlternative(first) || isListWithAlternative(second)) return undefined;
  const commands = [...commandsOf(first), ...underComment(commandsOf(second), second.comment)];
  if (!commands.every(mayJoin) || lengthOf(commands) > LONGEST) return undefined;
  const layer = first.layer ?? second.layer;
  return {
    ...first,
    origins: mergeOrigins(first.origins, second.origins),
    script: { form: 'commands', commands },
    ...(layer === undefined ? {} : { layer }),
    ...(first.generated === undefined ? {} : { generated: first.generated && (second.generated ?? false) }),
  };
}

function staysApart({ verbatim, layer }: Run): boolean {
  return verbatim || layer === 'own';
}

/**
 * Each with the origins of the run, where it has none of its own: in the joined run it could not be told whose they are. `first && a || b` would run `b` when
 * `first` fails, so that an alternative gets a subshell.
 */
function commandsOf({ script, origins }: Run): readonly ShellCommand[] {
  if (script.form !== 'commands') return [];
  return script.commands.map((command) => ({ origins, ...command, isolated: command.isolated || hasAlternative(command) }));
}

/** The comment of the second stays above what it speaks of. */
function underComment([command, ...others]: readonly ShellCommand[], comment: string | undefined): readonly ShellCommand[] {
  if (command === undefined) return [];
  return [comment === undefined ? command : { ...command, comment }, ...others];
}

/** In a list, what an alternative stands in for is already more than its own command. */
function isListWithAlternative({ script }: Run): boolean {
  return script.form === 'commands' && script.commands.length > 1 && script.commands.some((command) => !command.isolated && hasAlternative(command));
}

function hasAlternative({ line, arguments: words }: ShellCommand): boolean {
  return [line, ...words].some((text) => text.includes('||'));
}

function isSameSandbox(first: Run, second: Run): boolean {
  const sandbox = ({ mounts, network = 'default', security = 'sandbox', devices = [] }: Run) => ({ mounts, network, security, devices });
  return same(sandbox(first), sandbox(second));
}

/** Looks at characters, not at grammar: a `;` in quotes is refused as well, which costs a layer and never a meaning. */
function mayJoin({ line, arguments: words }: ShellCommand): boolean {
  const text = [line, ...words].join(' ');
  const isHarmless = text
    .replaceAll('\\;', '')
    .replaceAll('&&', '')
    .replaceAll(/[<>]&|&>/g, '');
  return !/[;&\n\r]|<<|(^|[\s(])#|\\\s*$/.test(isHarmless);
}

function lengthOf(commands: readonly ShellCommand[]): number {
  return commands.reduce((length, command) => length + [command.line, ...command.arguments].join(' ').length + 10, 0);
}
