/** `pip`: packages, requirements files and how they are installed. */

import type { Located } from '../../origin.js';
import { items, lastSaid, longForm, said, textsOf } from '../said.js';
import type { PipSpec, SecretSpec } from '../spec.js';
import type { PartialStage, PipOptions } from '../types.js';
import { given } from './given.js';
import { rightsOf } from './run.js';

/** Undefined where nothing is to be installed, whatever is said of how. */
export function resolvePip(parts: readonly Located<PartialStage>[]): PipSpec | undefined {
  const requests = said(parts, 'pip');
  const origin = requests.at(-1)?.origin;
  const options = requests.map((request) => longForm<PipOptions, 'packages'>('packages', request, Array.isArray(request.value)));
  const packages = textsOf(options, 'packages');
  const requirements = textsOf(options, 'requirements');
  if (origin === undefined || packages.length + requirements.length === 0) return undefined;
  return {
    packages,
    requirements,
    constraints: textsOf(options, 'constraints'),
    installer: lastSaid(options, 'installer')?.value ?? 'pip',
    ...given('venv', lastSaid(options, 'venv')),
    ...given('python', lastSaid(options, 'python')),
    ...given('index', lastSaid(options, 'index')),
    extraIndexes: textsOf(options, 'extraIndexes'),
    findLinks: textsOf(options, 'findLinks'),
    requireHashes: lastSaid(options, 'requireHashes')?.value ?? false,
    secrets: said(options, 'secrets').flatMap((list) => items(list).map(resolveSecret)),
    origin,
  };
}

type SecretItem = NonNullable<PipOptions['secrets']>[number];

function resolveSecret({ value, origin }: Located<SecretItem>): SecretSpec {
  if (typeof value === 'string') return { id: value, origin };
  return { id: value.id, ...given('target', value.target), ...given('env', value.env), ...rightsOf(value), origin };
}
