/** The options of `pip install`, which `uv pip install` has too, and the files of the context that they name. */

import { posix } from 'node:path';
import type { Install } from '../ir/instruction.js';
import type { Located } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { PipSpec } from '../spec/spec.js';

/** Where files of the context are while packages are installed, each under the path that it has in the context. */
const PLACE = '/tmp/requirements';

export function pipOptions(pip: PipSpec): readonly string[] {
  const option = (name: string, values: readonly string[]) => values.map((value) => `${name} ${shellWord(value)}`);
  const values = (located: readonly Located<string>[]) => located.map(({ value }) => value);
  return [
    ...option('-r', values(pip.requirements).map(placeOf)),
    ...option('-c', values(pip.constraints).map(placeOf)),
    ...option('--index-url', pip.index ? [pip.index.value] : []),
    ...option('--extra-index-url', values(pip.extraIndexes)),
    ...option(
      '--find-links',
      values(pip.findLinks).map((link) => (isRemote(link) ? link : placeOf(link))),
    ),
    ...(pip.requireHashes ? ['--require-hashes'] : []),
  ];
}

export function pipFiles({ requirements, constraints, findLinks }: PipSpec): Install['reads'] {
  const files = [...requirements, ...constraints, ...findLinks.filter(({ value }) => !isRemote(value))];
  const reads = files.map(({ value, origin }) => ({ source: posix.normalize(value).replace(/\/$/, ''), target: placeOf(value), origin }));
  return reads.filter(({ target }, index) => reads.findIndex((read) => read.target === target) === index);
}

function placeOf(path: string): string {
  return `${PLACE}/${posix.normalize(path)}`.replace(/\/$/, '');
}

function isRemote(link: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(link);
}
