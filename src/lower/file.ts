/**
 * A file whose text stands in the definition. A heredoc carries it, as long as it ends with a newline, has neither control characters that the builder
 * changes nor endless lines, its path is one plain word, and what builds has heredocs; otherwise `printf` writes it, which can carry every byte.
 *
 *     files: { '/etc/motd': 'Hello\n', '/etc/hostname': 'box' }
 *
 *     COPY <<'EOF' /etc/motd
 *     Hello
 *     EOF
 *     RUN mkdir -p /etc && printf box > /etc/hostname
 *
 * Refuses what neither can carry: such a text where there is no shell, where the builder is to expand it, or where it is too long for a command.
 */

import { posix } from 'node:path';
import { builderWith } from '../ir/builder-with.js';
import { hasFeature } from '../ir/features.js';
import type { Instruction, Run } from '../ir/instruction.js';
import { shellWord } from '../shell-word.js';
import type { FileSpec } from '../spec/spec.js';
import { DEFAULT_TARGET } from '../target.js';
import { shownText } from '../text.js';
import type { StageContext } from './context.js';
import { generatedRun } from './generated-run.js';
import { printfFormats } from './printf-format.js';
import { posixShellFault } from './shell-fault.js';
import type { StepState } from './step-state.js';
import { asRootForNow } from './user.js';

/** Longest physical line that BuildKit reads, in bytes. */
const LONGEST_LINE = 65_535;

/** What a command may have, all in all: the kernel takes 131,071 bytes for one argument, and the script of a shell is one. */
const LONGEST_COMMAND = 120_000;

export function lowerFile(context: StageContext, file: FileSpec, state: StepState): readonly Instruction[] {
  const { kind, to, content, chmod, chown, expand, origin } = file;
  const obstacle = heredocObstacle(file, context);
  if (obstacle === undefined) {
    const flags = { ...(chmod === undefined ? {} : { chmod }), ...(chown === undefined ? {} : { chown }) };
    return [{ kind, origins: [origin], to, content, ...flags, expand }];
  }
  const fault = printfObstacle(context, file, state);
  // COPY writes as root, whoever the user is.
  if (fault === undefined) return asRootForNow(writeCommand(file), state);
  context.report.error('uncarried-file', origin, { message: `the text of "${to}" ${obstacle}, and ${fault}`, hint: remedyFor(obstacle) });
  return [];
}

const NO_NEWLINE = 'does not end with a newline';

function heredocObstacle({ to, content }: FileSpec, { target = DEFAULT_TARGET, isTrigger }: StageContext): string | undefined {
  const feature = isTrigger === true ? 'onbuildHeredoc' : 'heredoc';
  if (!hasFeature(target, feature)) return `has no heredoc to stand in: that needs ${builderWith(target, feature).need}`;
  if (content === '' && !hasFeature(target, 'emptyHeredoc')) return 'is empty, which no heredoc of Buildah is';
  if (/[\s<]/.test(to)) return 'stands at a path with a blank or "<" in it';
  if (content !== '' && !content.endsWith('\n')) return NO_NEWLINE;
  if (content.includes('\r')) return 'has a carriage return';
  if (content.includes('\0')) return 'has a NUL character';
  return content.split('\n').some((line) => Buffer.byteLength(line) > LONGEST_LINE) ? `has a line of more than ${LONGEST_LINE} bytes` : undefined;
}

function printfObstacle(context: StageContext, { content, to, chmod, chown, expand }: FileSpec, state: StepState): string | undefined {
  if (expand) return 'only a heredoc is expanded by the builder';
  if (typeof chmod === 'object' || typeof chown === 'object') return 'only the flags of COPY are expanded by the builder';
  const fault = posixShellFault(context, state);
  if (fault !== undefined) return `${fault} to write it with`;
  const length = printfFormats(content).reduce((sum, format) => sum + Buffer.byteLength(format) + to.length + 20, 0);
  return length > LONGEST_COMMAND ? 'it is too long for a command' : undefined;
}

function remedyFor(obstacle: string): string {
  return obstacle === NO_NEWLINE
    ? "end it with a newline, or copy it: copy: { 'motd': '/etc/motd' }"
    : "copy it from the context: copy: { 'motd': '/etc/motd' }";
}

function writeCommand({ to, content, chmod, chown, origin }: FileSpec): readonly Run[] {
  const path = shellWord(to.startsWith('-') ? `./${to}` : to);
  const folder = posix.dirname(to);
  const writes = printfFormats(content).map((format, index) => `printf ${format} ${index === 0 ? '>' : '>>'} ${path}`);
  const lines = [
    ...(folder === '/' || folder === '.' ? [] : [`mkdir -p ${shellWord(folder)}`]),
    ...writes,
    ...(chmod === undefined ? [] : [`chmod ${shownText(chmod)} ${path}`]),
    ...(chown === undefined ? [] : [`chown ${shellWord(shownText(chown))} ${path}`]),
  ];
  return generatedRun([origin], lines);
}
