/**
 * reportFailure(): what was thrown → report and exit code. A CliError and a LoadError are the user's to mend; anything else is a bug of ours: 70.
 */

import { LoadError } from '../load/load-error.js';
import { CliError } from './cli-error.js';
import { DefinitionError } from './definition-error.js';
import type { Fault } from './fault.js';
import type { Output } from './output.js';
import { faultData, reportFault, reportFaults } from './report.js';
import { visible } from './visible.js';

export function reportFailure(error: unknown, output: Output): number {
  if (error instanceof CliError) {
    reportFault({ code: error.code, message: error.message, hint: error.hint }, output);
    return error.exitCode;
  }
  const faults = definitionFaults(error);
  if (faults !== undefined) {
    reportFaults(faults, output);
    output.result({ ok: false, diagnostics: faults.map(faultData) });
    return 2;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.problem(`${visible(stack)}\n\nThis is a bug in imagewright. Please report it with the lines above and the image.ts that shows it.\n`);
  output.result({ ok: false, diagnostics: [{ code: 'bug', severity: 'error', message: error instanceof Error ? error.message : String(error) }] });
  return 70;
}

/** What is wrong with the definition, where that is what was thrown. */
export function definitionFaults(error: unknown): readonly Fault[] | undefined {
  if (error instanceof DefinitionError) return error.faults;
  return error instanceof LoadError ? [loadFault(error)] : undefined;
}

/** What a definition throws once its verb is on its way, or done: there is no result to give any more. */
export function reportLate(error: LoadError, output: Output): never {
  reportFaults([loadFault(error)], output);
  process.exit(2);
}

function loadFault({ code, message, hint, file, line, column }: LoadError): Fault {
  return { code, message, hint, place: file === undefined || line === undefined ? undefined : { file, line, column: column ?? 1 } };
}
