/**
 * A variable that the builder is to expand and that nothing has set: `expand('/opt/$NOPE')`. It would become nothing, without a word.
 *
 * Only where the environment of the base is certain: there is none in `scratch`, and `PATH` alone in the images of Debian, Ubuntu and Alpine. Leaves in peace
 * what says itself what is then: `${NAME:-word}`; ONBUILD, whose variables are those of another stage; and all behind text of the author's own that sets any.
 */

import { expandedTexts, type ExpandedText } from '../ir/expanded-texts.js';
import type { From, Instruction } from '../ir/instruction.js';
import type { Stage } from '../ir/program.js';
import { literalValue } from '../text.js';
import { rule, type Finding } from './rule.js';

export const undefinedVariable = rule({
  name: 'undefined-variable',
  severity: 'warning',
  summary: 'each variable that the builder expands has been set',
  why: 'The builder takes a variable that nothing has set for an empty text: a path then leads elsewhere, and a value lacks a part.',
  bad: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, env: { HOME_OF_TOOL: { kind: 'expand', text: '/opt/tool-$VERSON' } } },
  good: { base: 'debian:bookworm-slim', args: { VERSION: '1.2' }, env: { HOME_OF_TOOL: { kind: 'expand', text: '/opt/tool-$VERSION' } } },
  check: ({ stages }) => {
    const left = new Map<string, Known | undefined>();
    return stages.flatMap((stage) => {
      const { findings, known } = checkStage(stage, left);
      if (stage.name !== undefined) left.set(stage.name, known);
      return findings;
    });
  },
});

/** Names of what is set; undefined: there may be others. */
type Known = ReadonlySet<string>;

function checkStage(
  { instructions }: Stage,
  left: ReadonlyMap<string, Known | undefined>,
): { findings: readonly Finding[]; known: Known | undefined } {
  let known: Known | undefined;
  const findings = instructions.flatMap((instruction) => {
    const found = expandedTexts(instruction).flatMap((each) => checkText(each, known));
    known = knownAfter(instruction, { known, left });
    return found;
  });
  return { findings, known };
}

interface Before {
  readonly known: Known | undefined;
  readonly left: ReadonlyMap<string, Known | undefined>;
}

function knownAfter(instruction: Instruction, { known, left }: Before): Known | undefined {
  if (instruction.kind === 'from') {
    const below = instruction.stage === undefined ? ofBase(instruction) : left.get(instruction.stage);
    return (instruction.triggers ?? []).reduce<Known | undefined>((before, trigger) => knownAfter(trigger, { known: before, left }), below);
  }
  if (instruction.kind === 'raw') return /\b(?:ARG|ENV)\b/i.test(instruction.text) ? undefined : known;
  return known && new Set([...known, ...setBy(instruction)]);
}

function ofBase({ image = [] }: From): Known | undefined {
  const reference = literalValue(image);
  if (reference === 'scratch') return new Set();
  return reference !== undefined && /^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|alpine)(?:[:@]|$)/.test(reference)
    ? new Set(['PATH'])
    : undefined;
}

function setBy(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'arg') return [instruction.name];
  return instruction.kind === 'env' ? instruction.entries.map(({ name }) => name) : [];
}

function checkText({ text, origin }: ExpandedText, known: Known | undefined): readonly Finding[] {
  if (known === undefined) return [];
  const read = text.flatMap((part) => (typeof part === 'string' || /^:?[-+?]$/.test(part.operator ?? '') ? [] : [part.variable]));
  return [...new Set(read)].filter((name) => !known.has(name)).map((name) => ({ origin, ...finding(name) }));
}

function finding(name: string): Pick<Finding, 'message' | 'hint'> {
  const message = `nothing before it sets "${name}", which becomes an empty text`;
  if (name === 'HOME') return { message, hint: 'HOME is there when a command runs, not for the builder: write the path' };
  return { message, hint: `set it with args or env, or say what stands for it: "\${${name}:-word}"` };
}
