/** Which printer prints which instruction. `from` is not among them: it needs its stage's name, and dockerfile.ts prints it. */

import { installRun } from '../../ir/install-run.js';
import type { Instruction, InstructionKind, Trigger } from '../../ir/instruction.js';
import type { InstructionPrinter, PrintContext, PrintedLine } from '../line.js';
import { printAdd } from './add.js';
import { printCmd, printEntrypoint, printHealthcheck, printShell } from './commands.js';
import { printCopy } from './copy.js';
import { printFile } from './file.js';
import { printArg, printEnv, printLabel } from './pairs.js';
import { printOnbuild } from './onbuild.js';
import { printRaw } from './raw.js';
import { printRun } from './run.js';
import { printExpose, printStopSignal, printUser, printVolume, printWorkdir } from './words.js';

export const printers: { readonly [K in Exclude<InstructionKind, 'from'>]: InstructionPrinter<Extract<Instruction, { kind: K }>> } = {
  arg: printArg,
  env: printEnv,
  label: printLabel,
  shell: printShell,
  workdir: printWorkdir,
  user: printUser,
  copy: printCopy,
  add: printAdd,
  file: printFile,
  // Only where no pass has written it out.
  install: (install, context) => printRun(installRun(install), context),
  run: printRun,
  expose: printExpose,
  volume: printVolume,
  healthcheck: printHealthcheck,
  'stop-signal': printStopSignal,
  entrypoint: printEntrypoint,
  cmd: printCmd,
  onbuild: (onbuild, context) => printOnbuild(onbuild, context, printTrigger),
  raw: printRaw,
};

function printTrigger(trigger: Trigger, context: PrintContext): readonly PrintedLine[] {
  return (printers[trigger.kind] as InstructionPrinter<Instruction>)(trigger, context);
}
