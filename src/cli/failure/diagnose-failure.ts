/**
 * diagnoseFailure(): what an engine says of a failed build → what in the program made it fail.
 *
 * In: the program, as it stands in the Dockerfile that was built. Out: findings; none where it is no instruction that failed (the engine does not answer, a registry does
 * not take the image).
 */

import { createReport } from '../../diagnostics.js';
import type { Instruction } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { printDockerfile } from '../../print/dockerfile.js';
import { stepInstruction } from '../progress/step-names.js';
import type { EngineFailure } from './build-record.js';
import { copyFindings } from './copy-findings.js';
import type { Finding } from './finding.js';
import { engineWords, findingOf } from './finding-of.js';
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
      return [findingOf(instruction, `the image cannot be had: ${engineWords(failure)}`)];
    case 'add':
      return [findingOf(instruction, addMessage(failure))];
    case 'raw':
      return [
        findingOf(instruction, engineWords(failure), failed.text.length < instruction.text.trim().split('\n').length ? failed.text[0] : undefined),
      ];
    default:
      return [findingOf(instruction, engineWords(failure))];
  }
}

function addMessage(failure: EngineFailure): string {
  const came = /\bdigest mismatch (\S+):/.exec(failure.reason)?.[1];
  return came === undefined ? engineWords(failure) : `the checksum is another: what was downloaded has ${came}`;
}
