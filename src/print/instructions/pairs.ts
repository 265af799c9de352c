/**
 * ENV, LABEL and ARG: names with values.
 *
 *     ENV LANG=C.UTF-8 \
 *         PATH=/opt/venv/bin:${PATH}
 *
 * Refuses a newline in a value and `=` in a name: no quoting carries them.
 */

import type { Arg, Env, Label, NamedText } from '../../ir/instruction.js';
import type { Origin } from '../../origin.js';
import { carryFault, formFault, textFault } from '../carry.js';
import type { PrintContext, PrintedLine } from '../line.js';
import { lexKey, lexText } from '../quote.js';

export function printEnv(env: Env, context: PrintContext): readonly PrintedLine[] {
  return printEntries('ENV', env.entries, context);
}

export function printLabel(label: Label, context: PrintContext): readonly PrintedLine[] {
  return printEntries('LABEL', label.entries, context);
}

export function printArg({ name, default: value, origins }: Arg, context: PrintContext): readonly PrintedLine[] {
  const origin = origins[0]!;
  context.refuse(
    origin,
    formFault(name, { form: /^[A-Za-z_][A-Za-z0-9_]*$/, name: 'the name of a build argument', hint: 'use letters, digits and "_"' }),
  );
  if (value === undefined) return [{ text: `ARG ${name}`, origins }];
  context.refuse(origin, textFault(value, { name: 'ARG', alphabet: 'line', hint: 'give it when building: --build-arg' }));
  return [{ text: `ARG ${name}=${lexText(value, context.escape)}`, origins }];
}

function printEntries(keyword: 'ENV' | 'LABEL', entries: readonly NamedText[], context: PrintContext): readonly PrintedLine[] {
  return entries.map(({ name, value, origin }, index) => {
    refuseKey(keyword, { name, origin }, context);
    context.refuse(origin, textFault(value, { name: keyword, alphabet: 'line' }));
    const start = index === 0 ? keyword : '   ';
    const end = index === entries.length - 1 ? '' : ` ${context.escape}`;
    return { text: `${start} ${lexKey(name, context.escape)}=${lexText(value, context.escape)}${end}`, origins: [origin] };
  });
}

function refuseKey(keyword: string, { name, origin }: { name: string; origin: Origin }, context: PrintContext): void {
  const key = { form: /^[^=]+$/, name: `a name of ${keyword}`, hint: 'leave "=" out of the name' };
  context.refuse(
    origin,
    carryFault(name, { name: `a name of ${keyword}`, alphabet: 'line' }) ?? formFault(name, name === '' ? { ...key, hint: 'give it a name' } : key),
  );
}
