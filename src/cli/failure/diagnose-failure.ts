/**
 * diagnoseFailure(): what an engine says of a failed build → what in the program made it fail.
 *
 * In: the program, as it stands in the Dockerfile that was built. Out: findings; none where it is no instruction that failed (the engine does not answer, a registry does
 * not take the image).
 */

import { createReport } from '../../diagnostics.js';
import type { Instruction, Raw } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { childOrigin } from '../../origin.js';
import { printDockerfile } from '../../print/dockerfile.js';
import { stepInstruction } from '../progress/step-names.js';
import type { EngineFailure } from './build-record.js';
import { copyFindings } from './copy-findings.js';
import type { Finding } from './finding.js';
import { engineWords, findingOf, quotedCommand, unavailable } from './finding-of.js';
import { runFindings } from './run-findings.js';

/** An instruction that failed, and where it stands. */
export interface Failed<I extends Instruction = Instruction> {
  readonly instruction: I;
  readonly stage: Stage;
  readonly program: Program;
  readonly failure: EngineFailure;
  /** The lines of the Dockerfile that the engine showed, or those of the instruction. */
  readonly text: readonly string[];
}

export function diagnoseFailure(program: Program, comments: boolean, failure: EngineFailure): readonly Finding[] {
  const { text, instructions } = printDockerfile(program, { comments }, createReport());
  const shown = failure.lines.filter((line) => instructions[line - 1] !== undefined);
  const instruction = instructions[(shown[0] ?? 0) - 1] ?? (failure.step && stepInstruction(program, failure.step));
  const stage = program.stages.find((each) => each.instructions.includes(instruction!));
  if (instruction === undefined || stage === undefined) return [];
  const lines = text.split('\n');
  return findingsOf({ instruction, stage, program, failure, text: shown.map((line) => lines[line - 1]!) });
}

function findingsOf(failed: Failed): readonly Finding[] {
  const { instruction, failure } = failed;
  switch (instruction.kind) {
    case 'run':
      return runFindings({ ...failed, instruction });
    case 'copy':
      return copyFindings({ ...failed, instruction });
    case 'from':
      return [findingOf(instruction, unavailable(failure))];
    case 'add':
      return [addFinding(failed)];
    case 'raw':
      return [rawFinding(instruction, failed)];
    default:
      return [findingOf(instruction, engineWords(failure))];
  }
}

function addFinding({ instruction, failure }: Failed): Finding {
  const came = /\bdigest mismatch (\S+):|\bunexpected response digest for \S+ (\S+),/.exec(failure.reason)?.slice(1).find(Boolean);
  const field = came !== undefined ? 'checksum' : /\binvalid response status\b/.test(failure.reason) ? 'url' : undefined;
  const message = came === undefined ? engineWords(failure) : `what was downloaded has another checksum: ${came}`;
  const { places } = findingOf(instruction, message);
  return { message, places: field === undefined ? places : places.map(({ origin }) => ({ origin: childOrigin(origin, field) })) };
}

/** Of several lines, the one that the engine shows. */
function rawFinding(instruction: Raw, { failure, text }: Failed): Finding {
  const line = text[0] ?? shownLine(instruction, failure);
  const command = line === '' ? 'a command' : quotedCommand(line.trim());
  const ended = failure.exitCode === undefined ? engineWords(failure) : `${command} ended with exit code ${failure.exitCode}`;
  return findingOf(instruction, ended, instruction.text.trim() === line.trim() ? undefined : line.trim());
}

/** By what the step is called. */
function shownLine({ text }: Raw, { step }: EngineFailure): string {
  return text.split('\n').find((line) => line.trim() !== '' && step?.name.endsWith(` ${line.trim()}`) === true) ?? '';
}
