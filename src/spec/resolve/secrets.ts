/** Secrets that an installation needs: ids, or what `secret()` returns. */

import type { Located } from '../../origin.js';
import { items, said, type Part } from '../said.js';
import type { SecretSpec } from '../spec.js';
import type { SecretMountOptions } from '../types.js';
import { given } from './given.js';
import { rightsOf } from './run.js';

type SecretItem = string | SecretMountOptions;

export function resolveSecrets(parts: readonly Part<{ readonly secrets?: readonly SecretItem[] }>[]): readonly SecretSpec[] {
  return said(parts, 'secrets').flatMap((list) => items<SecretItem>(list).map(resolveSecret));
}

function resolveSecret({ value, origin }: Located<SecretItem>): SecretSpec {
  if (typeof value === 'string') return { id: value, origin };
  return { id: value.id, ...given('target', value.target), ...given('env', value.env), ...rightsOf(value), origin };
}
