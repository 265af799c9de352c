/**
 * expansions(): all texts that the builder expands, each with the variables that are set there.
 *
 * Whether there are others is certain only where the base is known (there is none in `scratch`, and `PATH` alone in the images of Debian, Ubuntu and Alpine), and no raw text
 * that could not be read sets any. ONBUILD is not among them: its variables are those of another stage.
 */

import { expandedTexts, type ExpandedText } from '../../ir/expanded-texts.js';
import type { From, Instruction } from '../../ir/instruction.js';
import type { Stage } from '../../ir/program.js';
import { literalValue, shownText, type Text, type Variable } from '../../text.js';

export interface Expansion extends ExpandedText {
  /** All that is set; undefined: there may be others. */
  readonly known: Values | undefined;
  /** What is certainly set. */
  readonly values: Values;
  readonly instruction: Instruction;
}

/** By name, what it is when the build gives no other; undefined: it is not known. */
export type Values = ReadonlyMap<string, string | undefined>;

interface Environment {
  readonly values: Values;
  readonly isComplete: boolean;
}

type Left = ReadonlyMap<string, Environment>;

const UNKNOWN: Environment = { values: new Map(), isComplete: false };

export function expansions(stages: readonly Stage[]): readonly Expansion[] {
  const left = new Map<string, Environment>();
  return stages.flatMap((stage) => {
    let here = UNKNOWN;
    const found = stage.instructions.flatMap((instruction) => {
      const { values, isComplete } = here;
      here = after(instruction, here, left);
      return expandedTexts(instruction).map((each) => ({ ...each, values, known: isComplete ? values : undefined, instruction }));
    });
    if (stage.name !== undefined) left.set(stage.name, here);
    return found;
  });
}

/** What the builder makes of a text; undefined where it reads what is not known. */
export function expandedValue(text: Text, { values, known }: Pick<Expansion, 'values' | 'known'>): string | undefined {
  const parts = text.map((part) => (typeof part === 'string' ? part : valueOf(part, { values, known })));
  return parts.includes(undefined) ? undefined : parts.join('');
}

function valueOf({ variable, operator = '', word = '' }: Variable, { values, known }: Pick<Expansion, 'values' | 'known'>): string | undefined {
  const value = known !== undefined && !known.has(variable) ? '' : values.get(variable);
  if (value === undefined || operator === '') return value;
  if (operator.endsWith('-')) return value === '' ? word : value;
  if (operator.endsWith('+')) return value === '' ? '' : word;
  return operator.endsWith('?') ? value : undefined;
}

function after(instruction: Instruction, before: Environment, left: Left): Environment {
  if (instruction.kind === 'from') {
    const below = instruction.stage === undefined ? ofBase(instruction, left) : (left.get(instruction.stage) ?? UNKNOWN);
    return (instruction.triggers ?? []).reduce<Environment>((environment, trigger) => after(trigger, environment, left), below);
  }
  if (instruction.kind === 'raw') return /\b(?:ARG|ENV)\b/i.test(instruction.text) ? UNKNOWN : before;
  const set = setBy(instruction, before);
  return set.length === 0 ? before : { ...before, values: new Map([...before.values, ...set]) };
}

function ofBase({ image = [] }: From, left: Left): Environment {
  const reference = literalValue(image);
  if (reference === 'scratch') return { values: new Map(), isComplete: true };
  if (reference !== undefined && left.has(reference)) return left.get(reference)!;
  return /^(?:docker\.io\/)?(?:library\/)?(?:debian|ubuntu|alpine)(?:[:@]|$)/.test(shownText(image))
    ? { values: new Map([['PATH', undefined]]), isComplete: true }
    : UNKNOWN;
}

function setBy(instruction: Instruction, { values, isComplete }: Environment): readonly (readonly [string, string | undefined])[] {
  const here = { values, known: isComplete ? values : undefined };
  if (instruction.kind === 'arg')
    return [[instruction.name, instruction.default === undefined ? undefined : expandedValue(instruction.default, here)]];
  return instruction.kind === 'env' ? instruction.entries.map(({ name, value }) => [name, expandedValue(value, here)]) : [];
}
