/** `copy` and `files`, and the steps of the same names. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { imageReferenceFault, unpinnedFault } from '../check/images.js';
import { modeFault } from '../check/numbers.js';
import { absolutePathFault, copySourceFault, excludeFault, filePathFault } from '../check/paths.js';
import { ownerFault } from '../check/users.js';
import type { CopyOptions } from '../types.js';
import { checked, either, list, record, shape } from './primitives.js';
import { content, emptyFault, first, flag, text, words } from './texts.js';

/** An image reference; one whose meaning changes is told. */
export const reference = text(imageReferenceFault, unpinnedFault);

const rights = { chown: v.optional(text(ownerFault)), chmod: v.optional(text(modeFault)) };

const copyEntries = {
  from: either('a path or a list of paths', [words, list(words, 'a list of paths')]),
  to: words,
  stage: v.optional(words),
  image: v.optional(reference),
  ...rights,
  link: v.optional(flag),
  parents: v.optional(flag),
  exclude: v.optional(list(text(emptyFault, excludeFault), 'a list of strings')),
};

type Copied = Pick<CopyOptions, 'from' | 'to' | 'stage' | 'image'>;

function copyFault(copy: Copied): Fault | undefined {
  const sources = typeof copy.from === 'string' ? [copy.from] : copy.from;
  if (copy.stage !== undefined && copy.image !== undefined) {
    return { code: 'two-sources', message: 'the copy names both a stage and an image', hint: 'leave one of them out' };
  }
  if (sources.length === 0) return { code: 'missing-field', message: 'the copy has no source', hint: 'name a file or folder under "from"' };
  if (sources.length > 1 && !/(?:^|\/)\.{0,2}$/.test(copy.to)) {
    return { code: 'not-a-folder', message: `"${copy.to}" is to hold several sources and is no folder`, hint: `end it with a slash: "${copy.to}/"` };
  }
  return copy.stage === undefined && copy.image === undefined ? first(...sources.map((source) => () => copySourceFault(source)))('') : undefined;
}

export const copyItem = checked(shape({ kind: v.optional(v.literal('copy')), ...copyEntries }, '{ from, to }'), copyFault);

export const copyStep = checked(shape({ kind: v.literal('copy'), ...copyEntries }), copyFault);

export const copy = either('a record from source to destination or a list of { from, to }', [
  list(copyItem, 'a list of { from, to }'),
  record(words, { name: copySourceFault }, 'a record from source to destination'),
]);

const fileEntries = { content, ...rights, expand: v.optional(flag) };

export const files = record(
  either('a string or { content, chmod, chown, expand }', [content, shape(fileEntries)]),
  { name: filePathFault },
  'a record from path to content',
);

export const fileStep = shape({ kind: v.literal('file'), to: text(filePathFault), ...fileEntries });

export const absolutePath = text(absolutePathFault);
