/**
 * A build argument that nothing reads. The environment of a command has all arguments before it, so that any program may read one: only where each command after it is
 * known to read none (files are copied, folders made, packages of the distribution installed) is it certain.
 */

import { expandedTexts } from '../../ir/expanded-texts.js';
import type { Arg, Instruction } from '../../ir/instruction.js';
import type { Program, Stage } from '../../ir/program.js';
import { readsVariable } from '../../ir/reads-variable.js';
import { pathText } from '../../text.js';
import { fixAt } from '../../edit.js';
import { stageScripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

/** Do what their words say, whatever is in the environment. */
const PLAIN = new Set(
  '[ basename cat chgrp chmod chown cp cut date dirname echo false grep head id install ldconfig ln ls mkdir mv printf pwd rm rmdir sed sort tail tar tee test touch tr true uniq wc'.split(
    ' ',
  ),
);

/** Builders read them themselves, whoever declares them. */
const READ_BY_TOOLS = /^(?:SOURCE_DATE_EPOCH|BUILDKIT_.*|DEBIAN_FRONTEND|(?:https?|ftp|no|all)_proxy)$/i;

export const unusedArgument = lintRule({
  name: 'unused-argument',
  level: 'warning',
  summary: 'each build argument is read',
  why: 'Whoever builds with --build-arg expects it to change something: an argument that nothing reads is a mistyped name, or a leftover.',
  bad: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, run: ['mkdir /opt/tool'] },
  good: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, run: ['mkdir "/opt/tool-$VERSION"'] },
  check: (program) => [...checkGlobals(program), ...program.stages.flatMap((stage) => checkStage(program, stage))],
});

/** Those that FROM does not read, and that no stage declares, or none that reads them. */
function checkGlobals(program: Program): readonly Finding[] {
  const { globalArgs, stages } = program;
  const froms = stages.flatMap(({ instructions }) => instructions.filter(({ kind }) => kind === 'from'));
  const readsIt = (name: string) =>
    [...froms, ...globalArgs].some(
      (it) => textsOf(it).some((text) => readsVariable(text, name)) || (it.kind === 'from' && it.platform?.includes(name)),
    );
  const unread = globalArgs.filter(({ name }) => !readsIt(name) && !READ_BY_TOOLS.test(name));
  return unread.filter(({ name }) => stages.every((stage) => declared(stage, name).every((index) => !isRead(program, stage, index)))).map(finding);
}

function declared({ instructions }: Stage, name: string): readonly number[] {
  return instructions.flatMap((instruction, index) => (instruction.kind === 'arg' && instruction.name === name ? [index] : []));
}

function checkStage(program: Program, stage: Stage): readonly Finding[] {
  const isGlobal = (name: string) => program.globalArgs.some((arg) => arg.name === name);
  return stage.instructions.flatMap((instruction, index) => {
    if (instruction.kind !== 'arg' || READ_BY_TOOLS.test(instruction.name) || isGlobal(instruction.name)) return [];
    return isRead(program, stage, index) ? [] : [finding(instruction)];
  });
}

/** The argument that stands there. */
function isRead(program: Program, stage: Stage, index: number): boolean {
  const { name } = stage.instructions[index] as Arg;
  const rest = { ...stage, instructions: stage.instructions.slice(index + 1) };
  const scope = [rest, ...scopeOf(program, stage)];
  return scope.some(({ instructions }) => instructions.some((it) => mayRead(it, name))) || scripted(program, scope, name);
}

/** Stages that build on it see its arguments. */
function scopeOf({ stages }: Pick<Program, 'stages'>, { name, instructions }: Stage): readonly Stage[] {
  const after = stages.slice(stages.findIndex((stage) => stage.instructions[0] === instructions[0]) + 1);
  const own = name === undefined ? [] : after.filter(({ instructions: [from] }) => from?.kind === 'from' && from.stage === name);
  return own.flatMap((stage) => [stage, ...scopeOf({ stages: after }, stage)]);
}

function mayRead(instruction: Instruction, name: string): boolean {
  if (instruction.kind === 'raw') return true;
  if (instruction.kind === 'onbuild') return mayRead(instruction.instruction, name);
  if (instruction.kind === 'install') return !['apt', 'apk', 'dnf', 'zypper', 'pacman'].includes(instruction.manager);
  if (instruction.kind === 'file' && instruction.expand) return instruction.content.includes(name);
  return textsOf(instruction).some((text) => readsVariable(text, name));
}

/** A script that names it, or calls something that might look for it. */
function scripted(program: Program, stages: readonly Stage[], name: string): boolean {
  return stages
    .flatMap((stage) => stageScripts(program, stage))
    .some(({ text, commands }) => text.includes(name) || /\$\(|`/.test(text) || commands.some(({ words }) => !PLAIN.has(words[0]!)));
}

function textsOf(instruction: Instruction) {
  return expandedTexts(instruction).map(({ text }) => pathText(text));
}

function finding({ name, origins }: Arg): Finding {
  const origin = origins[0]!;
  return {
    origin,
    message: `nothing reads the build argument "${name}"`,
    hint: "remove it, or read it where it was meant: expand('…${" + name + '}…\'), or "$' + name + '" in a script',
    ...(origin.path.at(-2) === 'args' && !origin.path.includes('steps')
      ? fixAt(origin, `remove "${name}" from args`, { kind: 'remove', path: origin.path })
      : {}),
  };
}
