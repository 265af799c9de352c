/**
 * printDockerfile(): the program as a Dockerfile, laid out as a person would: a blank line between sections, comments above, packages one a line.
 *
 * In: a program. Out: text, and for each of its lines the origins. A value that the language cannot carry is an error (`cannot-carry`) that says why; printing goes
 * on, so that all of them are reported at once.
 */

import type { Report } from '../diagnostics.js';
import type { Instruction } from '../ir/instruction.js';
import { targetOf, type Program, type Stage } from '../ir/program.js';
import { shellAfter, stageShell } from '../ir/stage-shell.js';
import type { Origin } from '../origin.js';
import { shellWord } from '../shell-word.js';
import { shown } from './carry.js';
import { changesLine } from './changes-line.js';
import { commentLines } from './comment.js';
import { directivesOf } from './directives.js';
import { addHeader, HEADER_LINES } from './header.js';
import { printFrom } from './instructions/from.js';
import { printers } from './instructions/index.js';
import type { InstructionPrinter, PrintContext, PrintedLine } from './line.js';
import { startsSection } from './sections.js';
import { wrapLine } from './wrap-line.js';

export interface PrintedDockerfile {
  readonly text: string;
  /** Origins of each line: `origins[0]` belongs to line 1; empty for lines that nobody asked for. */
  readonly origins: readonly (readonly Origin[])[];
  /** The instruction that each line belongs to; undefined for lines between them. */
  readonly instructions: readonly (Instruction | undefined)[];
}

/** A line, and whose it is. */
interface OwnedLine extends PrintedLine {
  readonly instruction?: Instruction;
}

interface Printed {
  readonly instruction: Instruction;
  readonly lines: readonly PrintedLine[];
}

const BLANK: PrintedLine = { text: '', origins: [] };

export function printDockerfile(
  program: Program,
  options: { readonly comments: boolean; readonly source?: string },
  report: Report,
): PrintedDockerfile {
  const refuse: PrintContext['refuse'] = (origin, fault) => {
    if (fault) report.error('cannot-carry', origin, fault);
  };
  const target = targetOf(program);
  const context: PrintContext = { refuse, shell: undefined, target, escape: target.escape ?? '\\', earlierStages: [] };
  const printed = [...program.globalArgs.map((arg) => printInstruction(arg, context)), ...printStages(program, context)];
  const blocks = printed.flatMap((each, index) => separated(printed[index - 1], each, options.comments));
  const changes = changesLine(program.changes);
  const above = [...(changes === undefined ? [] : [{ text: changes, origins: [] }]), ...(options.comments ? commandLines(program) : [])];
  const lines: readonly OwnedLine[] = [...above, ...blocks];
  const directives = directivesOf(target);
  const head = Array.from({ length: directives.length + HEADER_LINES }, () => undefined);
  return {
    text: addHeader(lines.map(({ text }) => `${text}\n`).join(''), options.source, { directives }),
    origins: [...head.map(() => []), ...lines.map(({ origins }) => origins)],
    instructions: [...head, ...lines.map(({ instruction }) => instruction)],
  };
}

/** A stock `docker build .` makes the last stage of what is in the folder: where it takes more than that, the file itself has to say so. */
function commandLines({ target, stages, context, contexts = [] }: Program): readonly PrintedLine[] {
  const isOther = target !== undefined && target !== stages.at(-1)?.name;
  const facts = [
    ...(isOther ? [`The image is the stage "${target}"`] : []),
    ...(context === undefined ? [] : [`The build context is "${context}"`]),
    ...(contexts.length === 0 ? [] : [`It takes files from ${contexts.map(({ name }) => `"${name}"`).join(', ')}, too`]),
  ];
  if (facts.length === 0) return [];
  const words = [
    ...(isOther ? ['--target', target] : []),
    ...contexts.flatMap(({ name, value = '…' }) => ['--build-context', `${name}=${value}`]),
    ...(context === undefined ? ['.'] : ['--file', 'Dockerfile', context]),
  ];
  return [BLANK, { text: `# ${facts.join('. ')}: docker build ${words.map(commandWord).join(' ')}`, origins: [] }];
}

function commandWord(word: string): string {
  return word.includes('…') ? word : shellWord(word);
}

function printStages(program: Program, context: PrintContext): readonly Printed[] {
  return program.stages.flatMap((stage, index) => {
    const earlierStages = program.stages.slice(0, index).flatMap(({ name }) => (name === undefined ? [] : [name]));
    let shell = stageShell(program, stage);
    return stage.instructions.map((instruction) => {
      const here: PrintContext = { ...context, earlierStages, shell };
      shell = shellAfter(shell, instruction);
      return instruction.kind === 'from' ? printStart(instruction, stage, here) : printInstruction(instruction, here);
    });
  });
}

function printStart(from: Extract<Instruction, { kind: 'from' }>, { name }: Stage, context: PrintContext): Printed {
  return { instruction: from, lines: printFrom(from, context, name) };
}

function printInstruction(instruction: Exclude<Instruction, { kind: 'from' }>, context: PrintContext): Printed {
  const print = printers[instruction.kind] as InstructionPrinter<Instruction>;
  return { instruction, lines: print(instruction, context).flatMap((line) => wrapped(line, instruction, context)) };
}

/** A line that is too long to be read, broken where joining it again is exact. */
function wrapped(line: PrintedLine, { origins }: Instruction, context: PrintContext): readonly PrintedLine[] {
  const texts = line.verbatim ? [line.text] : wrapLine(line.text, context.escape);
  if (texts === undefined)
    context.refuse(line.origins[0] ?? origins[0]!, {
      message: `${shown(line.text)} is too long for one line and has no place to break it`,
      hint: 'shorten it',
    });
  return (texts ?? [line.text]).map((text) => ({ ...line, text }));
}

function separated(previous: Printed | undefined, block: Printed, comments: boolean): readonly OwnedLine[] {
  const { instruction } = block;
  const { comment, origins } = instruction;
  if (block.lines.length === 0) return [];
  const above = comments && comment !== undefined ? commentLines(comment).map((text) => ({ text, origins })) : [];
  const own = [...above, ...block.lines.filter((line) => comments || !line.comment)].map((line) => ({ ...line, instruction }));
  return [...(startsSection(previous, block) ? [BLANK] : []), ...own];
}
