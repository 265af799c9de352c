/**
 * COPY: files of the context, of a stage or of an image.
 *
 *     COPY --from=build --chown=app /opt/venv /opt/venv
 *     COPY ["two words.txt", "/opt/word_count/"]
 *
 * Sources are patterns as Docker has them (`*`, `?`, `[a-z]`). Refuses names that the builder cannot take from a context.
 */

import type { Copy } from '../../ir/instruction.js';
import { formFault, shown } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { ownerFaults, rightsFlags } from '../owner-faults.js';
import { asPath, excludeFault, sourceFault, targetFault } from '../paths.js';
import { flagValue, pathList } from '../quote.js';

export function printCopy(copy: Copy, context: PrintContext): readonly PrintedLine[] {
  const { sources, to, from, exclude, origins } = copy;
  const faults = [
    ...sources.map((source) => sourceFault(source, { keyword: 'COPY', isFromStage: from !== undefined })),
    targetFault(to, 'COPY'),
    fromFault(from, context.earlierStages),
    ...ownerFaults(copy),
    ...exclude.map((pattern) => excludeFault(pattern, 'COPY')),
    sources.length === 0 ? { message: 'COPY has no source', hint: 'name what it copies' } : undefined,
  ];
  for (const fault of faults) context.refuse(origins[0]!, fault);
  const text = ['COPY', ...flags(copy), pathList([...sources.map(asPath), to], context.escape)].join(' ');
  return [{ text, origins }];
}

function sourceName(from: NonNullable<Copy['from']>): string {
  if ('stage' in from) return from.stage;
  return 'image' in from ? from.image : from.context;
}

function flags({ from, link, parents, exclude, ...rights }: Copy): readonly string[] {
  return [
    ...(from === undefined ? [] : [`--from=${sourceName(from)}`]),
    ...rightsFlags(rights),
    ...(link === true ? ['--link'] : []),
    ...(parents === true ? ['--parents'] : []),
    ...exclude.map((pattern) => `--exclude=${flagValue(pattern)}`),
  ];
}

function fromFault(from: Copy['from'], earlierStages: readonly string[]): Fault | undefined {
  if (from === undefined) return undefined;
  if ('stage' in from) {
    if (earlierStages.includes(from.stage)) return undefined;
    return { message: `no stage before this one is named ${shown(from.stage)}`, hint: 'copy from a stage that is made before' };
  }
  if ('context' in from) return contextFault(from.context, earlierStages);
  const hint = 'write it as docker pull takes it: "debian:bookworm-slim"';
  const fault = formFault(from.image, { form: /^(?!\d+$)[A-Za-z0-9_][A-Za-z0-9_.:/@+-]*$/, name: 'an image reference', hint });
  if (fault || !earlierStages.includes(from.image.toLowerCase())) return fault;
  return {
    message: `${shown(from.image)} is an image, but also a stage, which COPY would take`,
    hint: 'give the image a tag, or the stage another name',
  };
}

function contextFault(context: string, earlierStages: readonly string[]): Fault | undefined {
  const fault = formFault(context, {
    form: /^[a-z][a-z0-9_.-]*$/,
    name: 'the name of a context',
    hint: 'write lower-case letters, digits, "_", "." and "-"',
  });
  if (fault || !earlierStages.includes(context)) return fault;
  return { message: `${shown(context)} is a context, but also a stage, which COPY would take`, hint: 'give one of them another name' };
}
