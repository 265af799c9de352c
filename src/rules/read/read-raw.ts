/**
 * readRaw(): a program whose raw text has been read: the instructions that it says stand in its place, stages that it begins are stages.
 *
 *     (raw "ENV NAME=ebb")        (env (NAME "ebb"))
 *
 * What cannot be said as an instruction (MAINTAINER, a heredoc among other sources) stays the raw text that it was. For findings only: what is made of it here is never
 * printed.
 */

import type { Instruction, Raw, Trigger } from '../../ir/instruction.js';
import { targetOf, type Program, type Stage } from '../../ir/program.js';
import { literalValue } from '../../text.js';
import { rawInstructions, type RawInstruction } from './raw-instructions.js';
import { readInstruction } from './read-instruction.js';

export interface ReadProgram {
  readonly program: Program;
  /** All that the raw text says, in its order. */
  readonly raw: readonly RawInstruction[];
}

export function readRaw(program: Program): ReadProgram {
  const raw: RawInstruction[] = [];
  const { escape } = targetOf(program);
  const read = (it: Raw): readonly RawInstruction[] => {
    const found = rawInstructions(it.text, it.origins[0]!, escape);
    raw.push(...found);
    return found;
  };
  const stages = program.stages.flatMap((stage) => readStage(stage, read));
  return raw.length === 0 ? { program, raw } : { program: { ...program, stages: withStages(stages) }, raw };
}

/** A FROM of raw text may name a stage before it. */
function withStages(stages: readonly Stage[]): readonly Stage[] {
  return stages.map(({ instructions, ...stage }, index) => {
    const [from, ...rest] = instructions;
    const image = from?.kind === 'from' ? literalValue(from.image ?? []) : undefined;
    const isStage = image !== undefined && image !== 'scratch' && stages.slice(0, index).some(({ name }) => name === image);
    return { ...stage, instructions: isStage && from?.kind === 'from' ? [{ ...from, stage: image }, ...rest] : instructions };
  });
}

type ReadText = (it: Raw) => readonly RawInstruction[];

function readStage(stage: Stage, read: ReadText): readonly Stage[] {
  const stages: Stage[] = [{ ...stage, instructions: [] }];
  const { name: own, ...unnamed } = stage;
  const push = (instruction: Instruction, name?: string) => {
    const last = stages.at(-1)!;
    if (instruction.kind === 'from' && last.instructions.length > 0)
      stages.push({ ...unnamed, ...(name === undefined ? {} : { name }), instructions: [instruction] });
    else stages[stages.length - 1] = { ...last, instructions: [...last.instructions, instruction] };
  };
  for (const instruction of stage.instructions) {
    if (instruction.kind === 'raw')
      for (const it of read(instruction)) for (const each of readInstruction(it)) push(each.instruction, each.stageName);
    else for (const each of readTrigger(instruction, read)) push(each);
  }
  return stages.map((each, index) => (index === 0 && own !== undefined ? { ...each, name: own } : each));
}

/** An ONBUILD of raw text is one of what that says. */
function readTrigger(instruction: Instruction, read: ReadText): readonly Instruction[] {
  if (instruction.kind !== 'onbuild' || instruction.instruction.kind !== 'raw') return [instruction];
  const triggers = read(instruction.instruction).flatMap((it) => readInstruction(it).map((each) => each.instruction as Trigger));
  return triggers.map((trigger) => ({ ...instruction, instruction: trigger }));
}
