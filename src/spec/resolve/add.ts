/** `add`: downloads, repositories, archives. */

import type { Located } from '../../origin.js';
import { pathText } from '../../text.js';
import type { AddSource, AddSpec } from '../spec.js';
import type { AddOptions } from '../types.js';
import { valueText } from '../value-text.js';
import { resolvePath, resolvePaths } from './copied.js';
import { given } from './given.js';
import { resolveRights } from './rights.js';

export function resolveAdd({ value, origin }: Located<AddOptions>): AddSpec {
  const { to, link, exclude = [] } = value;
  const rights = { ...resolveRights(value), ...given('link', link) };
  return { kind: 'add', sources: sourcesOf(value), to: resolvePath(to), ...optionsOf(value), ...rights, exclude: [...exclude], origin };
}

function sourcesOf(value: AddOptions): readonly AddSource[] {
  if (value.url !== undefined) return resolvePaths(value.url).map((url) => ({ type: 'url', url: pathText(url) }));
  if (value.archive !== undefined) return resolvePaths(value.archive).map((path) => ({ type: 'archive', path: path as string }));
  const { git, ref, folder } = value;
  return [{ type: 'git', repository: valueText(git), ...given('ref', ref === undefined ? undefined : valueText(ref)), ...given('folder', folder) }];
}

function optionsOf(value: AddOptions): Pick<AddSpec, 'checksum' | 'keepGitDir' | 'unpack'> {
  const checksum = 'checksum' in value && value.checksum !== undefined ? valueText(value.checksum) : undefined;
  const keepGitDir = 'keepGitDir' in value ? value.keepGitDir : undefined;
  return { ...given('checksum', checksum), ...given('keepGitDir', keepGitDir), ...given('unpack', 'unpack' in value ? value.unpack : undefined) };
}
