/** `copy` and `files`, and the steps of the same names. */

import * as v from 'valibot';
import type { Fault } from '../check/fault.js';
import { imageReferenceFault, unpinnedFault } from '../check/images.js';
import { contextNameFault } from '../check/names.js';
import { expandedModeChangeFault, expandedModeFault, modeChangeFault, modeFault } from '../check/numbers.js';
import { absolutePathFault, copySourceFault, excludeFault, filePathFault } from '../check/paths.js';
import { expandedOwnerFault, ownerFault } from '../check/users.js';
import type { CopyOptions, PathValue } from '../types.js';
import { checked, either, list, oneOf, record, shape, withJson } from './primitives.js';
import { content, emptyFault, expansionOf, first, flag, text, textOrExpansion, words, writtenText } from './texts.js';

/** An image reference; one whose meaning changes is told. */
export const reference = text(imageReferenceFault, unpinnedFault);

const rights = {
  chown: v.optional(either("an owner or expand('…')", [text(ownerFault), expansionOf(expandedOwnerFault)])),
  chmod: v.optional(either("permissions or expand('…')", [text(modeFault), expansionOf(expandedModeFault)])),
};

/** What COPY and ADD have in common. */
export const targetEntries = {
  to: textOrExpansion('a path'),
  chown: rights.chown,
  chmod: v.optional(either("permissions or expand('…')", [text(modeChangeFault), expansionOf(expandedModeChangeFault)])),
  link: v.optional(flag),
  exclude: v.optional(list(text(emptyFault, excludeFault), 'a list of strings')),
};

/** What becomes of the layer of one step. */
export const layerHint = v.optional(oneOf(['own', 'shared']));

const source = textOrExpansion('a path');

const copyEntries = {
  from: either('a path or a list of paths', [source, withJson(list(source, 'a list of paths'), { minItems: 1 })]),
  ...targetEntries,
  stage: v.optional(words),
  image: v.optional(reference),
  context: v.optional(text(contextNameFault)),
  parents: v.optional(flag),
  layer: layerHint,
  changes: v.optional(oneOf(['often', 'rarely'])),
};

type Copied = Pick<CopyOptions, 'from' | 'to' | 'stage' | 'image' | 'context'>;

function copyFault(copy: Copied): Fault | undefined {
  const { from, to } = copy;
  const sources = Array.isArray(from) ? (from as readonly PathValue[]) : [from as PathValue];
  const places = sourcePlaces(copy);
  if (places.length > 1) return { code: 'two-sources', message: `the copy names both ${places.join(' and ')}`, hint: 'leave one of them out' };
  if (sources.length === 0) return { code: 'missing-field', message: 'the copy has no source', hint: 'name a file or folder under "from"' };
  const fault = folderFault(sources.length, to);
  return fault || places.length > 0 ? fault : first(...sources.map((path) => () => copySourceFault(writtenText(path))))('');
}

/** Where it is taken from, as a person says it; empty for the build context. */
export function sourcePlaces({ stage, image, context }: Pick<CopyOptions, 'stage' | 'image' | 'context'>): readonly string[] {
  return [...(stage === undefined ? [] : ['a stage']), ...(image === undefined ? [] : ['an image']), ...(context === undefined ? [] : ['a context'])];
}

/** Several sources need a folder to go to. */
export function folderFault(count: number, to: PathValue): Fault | undefined {
  const target = writtenText(to);
  if (count < 2 || /(?:^|\/)\.{0,2}$/.test(target)) return undefined;
  return { code: 'not-a-folder', message: `"${target}" is to hold several sources and is no folder`, hint: `end it with a slash: "${target}/"` };
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
