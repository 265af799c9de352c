/**
 * COPY: files of the context, of a stage or of an image.
 *
 *     COPY --from=build --chown=app /opt/venv /opt/venv
 *     COPY ["two words.txt", "/opt/word_count/"]
 *
 * Sources are patterns as Docker has them (`*`, `?`, `[a-z]`). Refuses names that the builder cannot take from a context: it matches them with patterns that have
 * no escape for a backslash, and trims blanks.
 */

import type { Copy } from '../../ir/instruction.js';
import { carryFault, formFault, shown } from '../carry.js';
import type { Fault, PrintContext, PrintedLine } from '../line.js';
import { ownerFaults } from '../owner-faults.js';
import { patternFault } from '../pattern-fault.js';
import { flagValue, pathList } from '../quote.js';

export function printCopy(copy: Copy, context: PrintContext): readonly PrintedLine[] {
  const { sources, to, from, exclude, origins } = copy;
  const faults = [
    ...sources.map((source) => sourceFault(source, from !== undefined)),
    targetFault(to),
    fromFault(from, context.earlierStages),
    ...ownerFaults(copy),
    ...exclude.map((pattern) => carryFault(pattern, { name: '--exclude of COPY', alphabet: 'flag' }) ?? patternFault(pattern, 'exclude')),
    sources.length === 0 ? { message: 'COPY has no source', hint: 'name what it copies' } : undefined,
  ];
  for (const fault of faults) context.refuse(origins[0]!, fault);
  const text = ['COPY', ...flags(copy), pathList([...sources.map(asPath), to])].join(' ');
  return [{ text, origins }];
}

function flags({ from, chown, chmod, link, parents, exclude }: Copy): readonly string[] {
  return [
    ...(from === undefined ? [] : [`--from=${'stage' in from ? from.stage : from.image}`]),
    ...(chown === undefined ? [] : [`--chown=${chown}`]),
    ...(chmod === undefined ? [] : [`--chmod=${chmod}`]),
    ...(link === true ? ['--link'] : []),
    ...(parents === true ? ['--parents'] : []),
    ...exclude.map((pattern) => `--exclude=${flagValue(pattern)}`),
  ];
}

/** A path that begins like a flag, a heredoc or an address is a path all the same. */
function asPath(source: string): string {
  return /^(--|\d*<<|[a-z]+:\/\/|git@|github\.com\/)/i.test(source) ? `./${source}` : source;
}

function sourceFault(source: string, isFromStage: boolean): Fault | undefined {
  const hint = 'copy the folder that holds it';
  const fault = carryFault(source, { name: 'COPY', alphabet: 'line', hint }) ?? patternFault(source, 'source');
  if (fault || (isFromStage && source !== '')) return fault;
  if (source !== '' && !/^[\s\u0085!]|[\s\u0085]$|[\\\t]/.test(source)) return undefined;
  return {
    message: `${shown(source)} cannot be copied from the build context by its name`,
    hint: source === '' ? 'name a file, or "." for all' : hint,
  };
}

function targetFault(to: string): Fault | undefined {
  if (to === '') return { message: '"" cannot be the target of COPY', hint: 'name a file, or a folder with "/" at its end' };
  return carryFault(to, { name: 'COPY', alphabet: 'line', hint: 'choose a path of plain characters' });
}

function fromFault(from: Copy['from'], earlierStages: readonly string[]): Fault | undefined {
  if (from === undefined) return undefined;
  if ('stage' in from) {
    if (earlierStages.includes(from.stage)) return undefined;
    return { message: `no stage before this one is named ${shown(from.stage)}`, hint: 'copy from a stage that is made before' };
  }
  const hint = 'write it as docker pull takes it: "debian:bookworm-slim"';
  const fault = formFault(from.image, { form: /^(?!\d+$)[A-Za-z0-9_][A-Za-z0-9_.:/@+-]*$/, name: 'an image reference', hint });
  if (fault || !earlierStages.includes(from.image.toLowerCase())) return fault;
  return {
    message: `${shown(from.image)} is an image, but also a stage, which COPY would take`,
    hint: 'give the image a tag, or the stage another name',
  };
}
