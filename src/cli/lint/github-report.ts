/**
 * githubReport(): findings as commands of a GitHub workflow, which shows them beside the lines of a change.
 *
 *     ::warning file=image.ts,line=5,col=9,endLine=5,endColumn=16,title=sudo::run[0]: "sudo make" calls sudo, …%0Ahint: leave it out
 */

import type { Fault } from '../fault.js';
import { placeData } from '../report.js';
import { visible } from '../visible.js';

export function githubReport(faults: readonly Fault[]): string {
  return faults.map((fault) => `${commandOf(fault)}\n`).join('');
}

function commandOf({ code, severity = 'error', subject, message, hint, place }: Fault): string {
  const said = `${subject === undefined || subject === '' ? '' : `${subject}: `}${message}${hint === undefined ? '' : `\nhint: ${hint}`}`;
  const properties = { ...(place === undefined ? {} : positionOf(placeData(place))), title: code };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return visible(`::${severity} ${list.join(',')}::${data(said)}`);
}

/** Columns are only told of what stands on one line. */
function positionOf({ file, line, column, endLine, endColumn }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { file, line, ...(line === endLine ? { col: column, endLine, endColumn } : { endLine }) };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
