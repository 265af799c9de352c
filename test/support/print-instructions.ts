/** Prints instructions as one program, for tests: the final stage, after the stages that it needs. */

import { createReport, type Diagnostic } from '../../src/diagnostics.js';
import type { Instruction } from '../../src/ir/instruction.js';
import type { Program } from '../../src/ir/program.js';
import { printDockerfile } from '../../src/print/dockerfile.js';

export function programOf(stages: Readonly<Record<string, readonly Instruction[]>>): Program {
  const names = Object.keys(stages);
  const list = names.map((name, index) => ({
    ...(index === names.length - 1 ? {} : { name }),
    origin: { path: index === names.length - 1 ? [] : ['stages', name] },
    instructions: stages[name]!,
  }));
  return { globalArgs: [], stages: list, ignore: [] };
}

/** The text; throws where something was refused. */
export function printed(program: Program): string {
  const { text, diagnostics } = printedWithFaults(program);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return text;
}

export function printedWithFaults(program: Program): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const report = createReport();
  const { text } = printDockerfile(program, { comments: true }, report);
  return { text, diagnostics: report.diagnostics };
}

/** Whether an instruction can be printed at all. */
export function isCarried(instruction: Instruction): boolean {
  return printedWithFaults(programOf({ build: [fromImage('scratch')], final: [fromImage('scratch'), instruction] })).diagnostics.length === 0;
}

export function fromImage(image: string): Instruction {
  return { kind: 'from', origins: [{ path: ['base'] }], image: [image] };
}
