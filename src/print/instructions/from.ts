/** `FROM image AS name`: the beginning of a stage. The name comes from the stage, not from the instruction. Refuses what is no image reference. */

import type { From } from '../../ir/instruction.js';
import { formFault, shown, textFault } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { lexText } from '../quote.js';

const IMAGE_HINT = 'write it as docker pull takes it: "debian:bookworm-slim"';

export function printFrom(from: From, context: PrintContext, name: string | undefined): readonly PrintedLine[] {
  const origin = from.origins[0]!;
  for (const fault of faults(from, context, name)) context.refuse(origin, fault);
  const platform = from.platform === undefined ? [] : [`--platform=${from.platform}`];
  const base = from.stage ?? lexText(from.image ?? [], context.escape);
  const words = ['FROM', ...platform, base, ...(name === undefined ? [] : ['AS', name])];
  return [{ text: words.join(' '), origins: from.origins }];
}

function faults({ image = [], stage, platform }: From, { earlierStages }: PrintContext, name: string | undefined): readonly (Fault | undefined)[] {
  return [
    stage === undefined ? imageFault(image, earlierStages) : undefined,
    platform === undefined
      ? undefined
      : formFault(platform, {
          form: /^(?:[a-z0-9._/-]|\$[A-Z][A-Z0-9_]*|\$\{[A-Z][A-Z0-9_]*\})+$/,
          name: 'a platform',
          hint: 'write "linux/amd64" or "$BUILDPLATFORM"',
        }),
    name === undefined ? undefined : nameFault(name, earlierStages),
  ];
}

function imageFault(image: NonNullable<From['image']>, earlierStages: readonly string[]): Fault | undefined {
  if (image.length === 0) return { message: '"" cannot be an image reference', hint: IMAGE_HINT };
  const literals = image.filter((part) => typeof part === 'string');
  const reference = { form: /^[A-Za-z0-9_.:/@+-]*$/, name: 'an image reference', hint: IMAGE_HINT };
  const fault =
    textFault(image, { name: 'FROM', alphabet: 'line' }) ?? literals.map((part) => formFault(part, reference)).find((each) => each !== undefined);
  if (fault) return fault;
  if (literals.length < image.length) return undefined;
  const text = literals.join('');
  if (text.startsWith('-')) return formFault(text, { ...reference, form: /^[^-]/ });
  if (!earlierStages.includes(text.toLowerCase())) return undefined;
  return { message: `${shown(text)} is an image, but also a stage, which FROM would take`, hint: 'give the image a tag, or the stage another name' };
}

function nameFault(name: string, earlierStages: readonly string[]): Fault | undefined {
  const hint = 'use a lower-case letter, then lower-case letters, digits, "-", "_" and "."; "scratch" and "context" are taken';
  const fault = formFault(name, { form: /^(?!(scratch|context)$)[a-z][a-z0-9-_.]*$/, name: 'the name of a stage', hint });
  if (fault || !earlierStages.includes(name)) return fault;
  return { message: `two stages are named ${shown(name)}`, hint: 'give one of them another name' };
}
