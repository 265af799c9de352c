/**
 * Build arguments and environment variables stand behind the house-keeping that does not read them: it is then carried out once, whatever their values.
 *
 *     ARG VERSION
 *     RUN useradd app
 *     COPY . /opt/tides/
 *     RUN make VERSION=$VERSION
 *
 *     RUN useradd app
 *     COPY . /opt/tides/
 *     ARG VERSION
 *     RUN make VERSION=$VERSION
 *
 * A value is part of what every later RUN is made of, whether it reads it or not. (Before packages of languages stand only those that their installers read: `lower/` sees to that.)
 * Refuses to move one
 *
 * - past a command of the author's, an install or raw text, which may read what they like;
 * - past house-keeping that names it, and what is read by programs of any kind: PATH, HOME, LANG and their like;
 * - past what the builder expands it in, or away from what does so before it (a label that reads it stays before it), another of its name, and one whose value it reads; and no ENV past another: their order is kept.
 *
 * Where it would pass no RUN it stays where it is.
 */

import { expandedTexts } from '../ir/expanded-texts.js';
import type { Arg, Env, Instruction } from '../ir/instruction.js';
import { isMetadata } from '../ir/is-metadata.js';
import { mapStages } from '../ir/program.js';
import { readsVariable } from '../ir/reads-variable.js';
import type { Pass } from './pass.js';

export const lateVariables: Pass = {
  name: 'late-variables',
  summary: 'arguments and variables stand behind house-keeping that does not read them',
  why: 'With another value, every RUN behind them is carried out again, whether it reads them or not.',
  policies: ['cache', 'fewest'],
  apply: (program) => mapStages(program, moveDown),
};

/** The last one first: those before it then go no further than it does. */
function moveDown(instructions: readonly Instruction[]): readonly Instruction[] {
  const after: Instruction[] = [];
  let changed = false;
  for (const [index, instruction] of [...instructions.entries()].reverse()) {
    const mayMove = (instruction.kind === 'arg' || instruction.kind === 'env') && !isReadBefore(instruction, instructions.slice(0, index));
    const place = mayMove ? placeFor(instruction, after) : 0;
    changed ||= place > 0;
    after.splice(place, 0, instruction);
  }
  return changed ? after : instructions;
}

function placeFor(variables: Arg | Env, after: readonly Instruction[]): number {
  const end = after.findIndex((each) => !mayPass(variables, each));
  const passed = end < 0 ? after : after.slice(0, end);
  return passed.some(({ kind }) => kind === 'run') ? passed.length : 0;
}

/** What describes the image and reads it could then go where it could not have gone before. */
function isReadBefore(variables: Arg | Env, before: readonly Instruction[]): boolean {
  return before.some((each) => isMetadata(each) && readsAny(each, namesOf(variables)));
}

function readsAny(instruction: Instruction, names: readonly string[]): boolean {
  return expandedTexts(instruction).some(({ text }) => names.some((name) => readsVariable(text, name)));
}

function mayPass(variables: Arg | Env, passed: Instruction): boolean {
  const names = namesOf(variables);
  if (readsAny(passed, names)) return false;
  switch (passed.kind) {
    case 'install':
    case 'raw':
      return false;
    case 'run':
      return passed.generated === true && !names.some((name) => READ_BY_ALL.test(name) || JSON.stringify(passed.script).includes(name));
    case 'arg':
    case 'env':
      return (variables.kind === 'arg' || passed.kind === 'arg') && areApart(variables, passed);
    default:
      return true;
  }
}

const READ_BY_ALL =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|IFS|ENV|PWD|LANG|LANGUAGE|TZ|TMPDIR|POSIXLY_CORRECT|SOURCE_DATE_EPOCH|(?:BASH|LC|LD|LOC|I18N)\w*)$/;

function areApart(variables: Arg | Env, passed: Arg | Env): boolean {
  const [names, others] = [namesOf(variables), namesOf(passed)];
  return !readsAny(variables, others) && !names.some((name) => others.includes(name));
}

function namesOf(variables: Arg | Env): readonly string[] {
  return variables.kind === 'arg' ? [variables.name] : variables.entries.map(({ name }) => name);
}
