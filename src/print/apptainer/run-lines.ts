/**
 * runLines(): a RUN as lines of %post, which ends at the first command that fails.
 *
 *     RUN apt-get update && \              apt-get update
 *         apt-get install -y git           apt-get install -y git
 *
 * What could leave something behind, or goes on after a failure, has a subshell of its own, as it has a shell of its own in a Dockerfile. Files that are mounted
 * are copied, and taken away again. Refuses what Apptainer's builds do not have: secrets, agents, a network that is none.
 */

import { posix } from 'node:path';
import type { Run, RunScript, ShellCommand } from '../../ir/instruction.js';
import type { BindMount, CacheMount, TmpfsMount } from '../../mount.js';
import { literalPath, shownText } from '../../text.js';
import { shown } from '../carry.js';
import { joinedBody, scriptBody } from '../instructions/run.js';
import { withoutHeredoc } from '../without-heredoc.js';
import { guarded, isMisread, quotedWord } from './shell-text.js';
import { commentAbove, CONVERT, stagedFile, wordLines, type Place, type Remark } from './site.js';

const INDENT = '    ';

export function runLines(run: Run, place: Place): readonly string[] {
  for (const remark of faults(run)) place.refuse(run.origins[0]!, remark);
  const before = run.mounts.flatMap((mount) => (mount.type === 'cache' || mount.type === 'tmpfs' ? folderLines(mount, run, place) : []));
  const binds = run.mounts.flatMap((mount) => (mount.type === 'bind' ? [boundAt(mount)] : []));
  const lines = scriptLines(run.script, place);
  if (binds.length === 0) return [...before, ...lines];
  const isFixed = run.script.form === 'script' || lines.some((line) => line.includes('\n')) || hasNewlines(run.script);
  const inside = [
    ...bindLines(binds, run, place).map((line) => `${INDENT}${INDENT}${line}`),
    ...lines.map((line) => (isFixed ? line : `${INDENT}${line}`)),
  ];
  return [...before, `${INDENT}(`, ...inside, `${INDENT})`];
}

function faults({ mounts, network, security, devices = [] }: Run): readonly Remark[] {
  const cannot = (what: string, hint = CONVERT) => ({ message: `a definition of Apptainer cannot ${what}`, hint });
  return [
    ...mounts.flatMap(({ type }) => (type === 'secret' ? [cannot('be given a secret')] : type === 'ssh' ? [cannot('use an SSH agent')] : [])),
    ...(mounts.some((mount) => Object.values(mount).some((value) => Array.isArray(value)))
      ? [cannot('mount at a place with variables', 'write the path in full')]
      : []),
    ...(network === 'none' ? [cannot('take the network from a command', 'leave out "network"')] : []),
    ...(devices.length > 0 ? [cannot('be given a device', 'leave out "devices"')] : []),
    ...(security === 'insecure' ? [cannot('give a command more rights', 'leave out "security"')] : []),
  ];
}

function folderLines({ type, ...mount }: CacheMount | TmpfsMount, run: Run, place: Place): readonly string[] {
  const target = literalPath(mount.target);
  // One with variables is refused.
  if (target === undefined) return [];
  const message = `${shown(target)} is a folder like any other: Apptainer ${type === 'cache' ? 'keeps nothing between builds' : 'has no memory for a command'}`;
  place.leaveOut(run.origins[0]!, { message, hint: 'remove in the command what is not to be in the image' });
  return [`${INDENT}mkdir -p ${quotedWord(target)}`];
}

/** What has variables is refused. */
function boundAt({ source = '.', target, from }: BindMount): BoundFile {
  return { source: shownText(source), target: shownText(target), ...(from === undefined ? {} : { from }) };
}

interface BoundFile {
  readonly source: string;
  readonly target: string;
  readonly from?: string;
}

/**
 * /tmp is that of the host, and somebody else's, too: what is there already is not used, and nothing of ours stays. Elsewhere a mount would hide what is there,
 * which a copy cannot.
 */
function bindLines(binds: readonly BoundFile[], run: Run, place: Place): readonly string[] {
  const tops = [...new Set(binds.map(({ target }) => /^\/(?:var\/)?tmp\/[^/]+(?=\/)/.exec(target)?.[0] ?? target))];
  const isTarget = (path: string) => binds.some(({ target }) => target === path);
  const copies = binds.flatMap(({ source, target, from }) => {
    const file = stagedFile(source, from, { origin: run.origins[0]!, site: place });
    const folder = posix.dirname(target);
    const isThere = tops.includes(folder) || folder === '/' || folder === '/tmp';
    return file === undefined ? [] : [...(isThere ? [] : [`mkdir -p ${quotedWord(folder)}`]), `cp -a ${file.word} ${quotedWord(target)}`];
  });
  return [
    '# Files for the command alone.',
    ...tops.map((top) => (isTarget(top) ? `[ ! -e ${quotedWord(top)} ]` : `mkdir ${quotedWord(top)}`)),
    `trap ${quotedWord(`rm -rf ${tops.map(quotedWord).join(' ')}`)} EXIT`,
    ...new Set(copies),
  ];
}

function scriptLines(script: RunScript, place: Place): readonly string[] {
  const { shell } = place;
  if (script.form === 'exec') return [`${INDENT}${script.argv.map(quotedWord).join(' ')}`];
  const body = (script.form === 'script' ? scriptBody(script.text, shell) : joinedBody(script.commands)).replace(/\n$/, '');
  if (shell !== undefined && !body.startsWith('#!')) return [`${INDENT}${[...shell, body].map(quotedWord).join(' ')}`];
  const lines = body.split('\n');
  if (body.startsWith('#!') || lines.some(isMisread)) {
    const quoted = withoutHeredoc(body, '/.imagewright-script').flatMap(partedLines);
    return inSubshell(
      [...goesOn(script), ...quoted].map((line) => `${INDENT}${line}`),
      INDENT,
    );
  }
  if (script.form === 'script') return inSubshell(lines, '');
  if (script.commands.every(isSimple)) return script.commands.flatMap((command, index) => simpleLines(command, index, place));
  const indent = hasNewlines(script) ? '' : INDENT;
  return inSubshell(
    [...goesOn(script), ...lines].map((line) => `${indent}${line}`),
    indent,
  );
}

/** `a; b` is no fault when `a` fails; a script says itself that it is one. */
function goesOn(script: RunScript): readonly string[] {
  const text = script.form === 'commands' ? script.commands.map(({ line }) => line).join(' ') : '';
  return /[;\n]|(?:^|[^&>])&(?:[^&>]|$)/.test(text) ? ['set +e'] : [];
}

function inSubshell(lines: readonly string[], indent: string): readonly string[] {
  return [`${INDENT}(`, ...lines.map((line) => `${indent}${line}`), `${INDENT})`];
}

function hasNewlines(script: RunScript): boolean {
  return script.form === 'commands' && script.commands.some(hasNewline);
}

/** One program: its failure ends %post, and it leaves nothing behind in its shell. */
function isSimple(command: ShellCommand): boolean {
  return !command.isolated && !hasNewline(command) && /^[^&|;!(){}`<#]+$/.test(command.line);
}

function hasNewline({ line, arguments: words }: ShellCommand): boolean {
  return [line, ...words].some((text) => text.includes('\n'));
}

/** The comment of the first is that of the instruction. */
function simpleLines({ line, arguments: words, comment }: ShellCommand, index: number, place: Place): readonly string[] {
  return [...(index === 0 ? [] : commentAbove(comment, place)), ...wordLines(line, words)];
}

/** Of a script that is written as words. */
function partedLines({ line, arguments: words }: ShellCommand, index: number, all: readonly ShellCommand[]): readonly string[] {
  const lines = [line, ...words.map((word) => `${INDENT}${guarded(word)}`)];
  return lines.map((text, row) => `${text}${row < lines.length - 1 ? ' \\' : index < all.length - 1 ? ' &&' : ''}`);
}
