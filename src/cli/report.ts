/**
 * The one printer of diagnostics: as text with a code frame on stderr, as data for `--json`.
 *
 *     image.ts:14:15 error apt[1]: "curl=" has an empty version   (empty-version)
 *       14 |   apt: ['git', 'curl='],
 *          |                ^^^^^^^
 *     hint: write 'curl' for any version or 'curl=8.5.0-2' to pin one
 */

import { relative } from 'node:path';
import { codeFrame, readOnce, type ReadLines } from './code-frame.js';
import type { Colors } from './colors.js';
import type { Fault, Place } from './fault.js';
import type { Output } from './output.js';
import { visible } from './visible.js';

/** All at once, a blank line between them. */
export function reportFaults(faults: readonly Fault[], output: Output): void {
  if (faults.length > 0) output.problem(faultsText(faults, output.errorColors));
}

export function faultsText(faults: readonly Fault[], colors: Colors): string {
  const pen = { colors, read: readOnce() };
  return faults.map((fault) => faultText(fault, pen)).join('\n');
}

/** The one thing that ended a verb: as text, and as the JSON result. */
export function reportFault(fault: Fault, output: Output): void {
  reportFaults([fault], output);
  output.result({ ok: false, diagnostics: [faultData(fault)] });
}

/** For `--json`. */
export function faultData(fault: Fault): Readonly<Record<string, unknown>> {
  const { place } = fault;
  return {
    code: fault.code,
    severity: fault.severity ?? 'error',
    message: fault.message,
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
    ...(fault.subject === undefined ? {} : { origin: fault.subject }),
    ...(fault.preset === undefined ? {} : { preset: fault.preset }),
    ...(place === undefined ? {} : placeData(place)),
    ...(fault.others === undefined || fault.others.length === 0 ? {} : { others: fault.others.map(otherData) }),
    ...(fault.output === undefined ? {} : { output: fault.output.lines }),
  };
}

function otherData({ subject, preset, place }: Other): Readonly<Record<string, unknown>> {
  return { origin: subject, ...(preset === undefined ? {} : { preset }), ...(place === undefined ? {} : placeData(place)) };
}

type Other = NonNullable<Fault['others']>[number];

export function placeData({ file, line, column, endLine, endColumn }: Place): Readonly<Record<string, unknown>> {
  return { file: shownPath(file), line, column, endLine: endLine ?? line, endColumn: endColumn ?? column + 1 };
}

/** As one would type it: relative to the working directory, with `/`. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path).replaceAll('\\', '/');
  return shown === '' ? '.' : shown;
}

interface Pen {
  readonly colors: Colors;
  readonly read: ReadLines;
}

function faultText(fault: Fault, { colors, read }: Pen): string {
  const severity = fault.severity ?? 'error';
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const said = visible(`${subjectText(fault)}: ${messageAfter(fault)}`);
  const head = `${whereText(fault, colors)}${paint(severity)}${said}   ${colors.dim(`(${fault.code})`)}\n`;
  const frame = fault.place === undefined ? '' : codeFrame(fault.place, paint, read);
  const others = (fault.others ?? []).map((other) => otherText(other, { colors, read }, paint)).join('');
  const hint = fault.hint === undefined ? '' : `${colors.cyan('hint:')} ${visible(fault.hint)}\n`;
  return head + frame + others + outputText(fault, colors) + hint;
}

function whereText({ place }: Other, colors: Colors): string {
  return place === undefined ? '' : colors.bold(`${visible(shownPath(place.file))}:${place.line}:${place.column} `);
}

function subjectText({ subject, preset }: Other): string {
  const said = subject === undefined || subject === '' ? '' : ` ${subject}`;
  return preset === undefined ? said : `${said} (preset ${preset})`;
}

function otherText(other: Other, { colors, read }: Pen, paint: (text: string) => string): string {
  return `or ${whereText(other, colors).trimEnd()}${visible(subjectText(other))}\n${other.place === undefined ? '' : codeFrame(other.place, paint, read)}`;
}

function outputText({ output }: Fault, colors: Colors): string {
  if (output === undefined || output.lines.length === 0) return '';
  return `${visible(output.title)}\n${output.lines.map((line) => `  ${colors.dim('|')} ${visible(line)}`.trimEnd()).join('\n')}\n`;
}

/** `pip[0] must be a string` after `pip[0]:` is `must be a string`. */
function messageAfter({ subject, message }: Fault): string {
  const named = subject === undefined || subject === '' ? -1 : message.indexOf(' ');
  const first = message.slice(0, Math.max(0, named));
  if (first === '' || !(subject === first || subject?.endsWith(`.${first}`) === true)) return message;
  return message.slice(named + 1);
}
