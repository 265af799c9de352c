/** `conda`: one or more environments, of packages from channels. */

import * as v from 'valibot';
import type { Located } from '../../origin.js';
import { isObject } from '../is-object.js';
import { given } from '../resolve/given.js';
import { items, lastSaid, longForm, said, textsOf, type Part } from '../said.js';
import { quoted, type Check, type Fault } from '../check/fault.js';
import { absolutePathFault, mountedPathFault } from '../check/paths.js';
import { tokenFault } from '../check/secrets.js';
import { reference } from '../schema/files.js';
import { checked, either, list, oneOf, overridable, shape } from '../schema/primitives.js';
import { emptyFault, text, textList } from '../schema/texts.js';
import type { CondaOptions, PartialStage } from '../types.js';
import type { CondaEnvironment, CondaSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

const contextFile = text(mountedPathFault);

/** A folder of its own that stands on PATH. */
const prefixFault: Check<string> = (prefix) => {
  const hint = "name a folder of its own: '/opt/conda'";
  if (/^[/.]+$/.test(prefix)) return { code: 'bad-prefix', message: `${quoted(prefix)} is all of the image`, hint };
  return prefix.includes(':') ? { code: 'bad-prefix', message: `${quoted(prefix)} has a ":", which parts the folders of PATH`, hint } : undefined;
};

/** A name, a folder or a URL. What begins with a dash would be an option of the tool. */
const channelFault: Check<string> = (channel) =>
  /^-|\s/.test(channel)
    ? { code: 'bad-channel', message: `${quoted(channel)} is no channel`, hint: "write a name or a URL: 'conda-forge'" }
    : tokenFault(channel);

const options = checked(
  shape(
    {
      file: v.optional(contextFile),
      packages: v.optional(textList),
      channels: v.optional(overridable(list(text(emptyFault, channelFault), 'a list of channels'))),
      tool: v.optional(oneOf(['micromamba', 'mamba', 'conda', 'pixi'])),
      prefix: v.optional(text(absolutePathFault, prefixFault)),
      lock: v.optional(contextFile),
      toolchain: v.optional(reference),
    },
    '{ file, … } or { packages: […], … }',
  ),
  ({ tool, prefix }: CondaOptions) => (tool === 'pixi' && prefix !== undefined ? pixiPrefix : undefined),
);

const pixiPrefix: Fault = { code: 'pixi-prefix', message: 'pixi chooses the folder of its environment itself', hint: 'leave prefix out' };

export const conda = {
  schema: either('the name of an environment file, { file | packages, … }, or a list of these', [
    contextFile,
    options,
    list(options, 'a list of environments'),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): CondaSpec | undefined => {
    const requests = said(parts, 'conda');
    const origin = requests.at(-1)?.origin;
    const environments = byPrefix(requests.flatMap(environmentParts)).map(environmentOf).filter(isAskedFor);
    return origin === undefined || environments.length === 0 ? undefined : { environments, origin };
  },
} satisfies LanguageField;

type Request = Located<string | CondaOptions | readonly CondaOptions[]>;

function environmentParts(request: Request): readonly Part<CondaOptions>[] {
  if (Array.isArray(request.value)) return items(request as Located<readonly CondaOptions[]>);
  return [longForm<CondaOptions, 'file'>('file', request as Located<string | CondaOptions>, !isObject(request.value))];
}

/** What is said of the same folder is said of one environment. */
function byPrefix(parts: readonly Part<CondaOptions>[]): readonly (readonly Part<CondaOptions>[])[] {
  const groups = new Map<string | undefined, Part<CondaOptions>[]>();
  for (const part of parts) groups.set(part.value.prefix, [...(groups.get(part.value.prefix) ?? []), part]);
  return [...groups.values()];
}

function environmentOf(parts: readonly Part<CondaOptions>[]): CondaEnvironment {
  return {
    ...given('prefix', lastSaid(parts, 'prefix')),
    ...given('tool', lastSaid(parts, 'tool')),
    ...given('toolchain', lastSaid(parts, 'toolchain')),
    ...given('file', lastSaid(parts, 'file')),
    ...given('lock', lastSaid(parts, 'lock')),
    packages: textsOf(parts, 'packages'),
    channels: textsOf(parts, 'channels'),
    origin: parts.at(-1)!.origin,
  };
}

function isAskedFor({ file, lock, packages }: CondaEnvironment): boolean {
  return file !== undefined || lock !== undefined || packages.length > 0;
}
