/** `add`, `copy`, `files`, `run` and `steps`: one list of steps. */

import { childOrigin, type Located } from '../../origin.js';
import { entries, items, said, type Part } from '../said.js';
import type { CopySpec, FileSpec, StepSpec } from '../spec.js';
import type { Add, Copy, CopyOptions, FileContent, PartialStage, Run, Step, User } from '../types.js';
import { valueText } from '../value-text.js';
import { given } from './given.js';
import { resolveRights } from './rights.js';
import { resolveAdd } from './add.js';
import { copySource, resolvePath, resolvePaths } from './copied.js';
import { resolveRun } from './run.js';
import { resolveUser } from './user.js';
import { resolveArg, resolveEnv } from './variables.js';

type Parts = readonly Part<PartialStage>[];

/** What fields say comes first: what is added, copies, files, runs; then the steps. None is left out for having been said before: what is between may have undone it. */
export function resolveSteps(parts: Parts): readonly StepSpec[] {
  const runs = said(parts, 'run').flatMap((list) => items(list as Located<readonly Run[]>).map(resolveRun));
  const steps = said(parts, 'steps').flatMap((list) => items(list as Located<readonly Step[]>).map(resolveStep));
  const adds = said(parts, 'add').flatMap((list) => items(list as Located<Add>).map(resolveAdd));
  return [...adds, ...resolveCopies(parts), ...resolveFiles(parts), ...runs, ...steps];
}

/** Records merge by source: the later destination wins, where the earlier one stood. Lists keep every copy. */
function resolveCopies(parts: Parts): readonly CopySpec[] {
  const found = new Map<unknown, CopySpec>();
  for (const copy of said(parts, 'copy') as readonly Located<Copy>[]) {
    for (const { key, value, origin } of copyItems(copy)) found.set(key, resolveCopy({ value, origin }));
  }
  return [...found.values()];
}

/** Each with what it is merged by: its source, or, in a list, nothing but itself. */
function copyItems(copy: Located<Copy>): readonly (Located<CopyOptions> & { readonly key: unknown })[] {
  if (Array.isArray(copy.value)) return items(copy as Located<readonly CopyOptions[]>).map((item) => ({ ...item, key: item }));
  const record = copy as Located<Readonly<Record<string, string>>>;
  return entries([record]).map(({ name, value, origin }) => ({ value: { from: name, to: value }, origin, key: name }));
}

function resolveCopy({ value, origin }: Located<CopyOptions>): CopySpec {
  const { from, to, link, parents, exclude = [], layer, changes } = value;
  const hints = { ...given('layer', layer), ...given('changes', changes) };
  const flags = { ...given('link', link), ...given('parents', parents), exclude: [...exclude], ...hints };
  const paths = { from: resolvePaths(from), to: resolvePath(to) };
  return { kind: 'copy', ...paths, ...given('source', copySource(value)), ...resolveRights(value), ...flags, origin };
}

function resolveFiles(parts: Parts): readonly FileSpec[] {
  return entries(said(parts, 'files') as readonly Located<Readonly<Record<string, FileContent>>>[]).map(({ name, value, origin }) =>
    resolveFile(name, { value, origin }),
  );
}

function resolveFile(to: string, { value, origin }: Located<FileContent>): FileSpec {
  const { content, expand = false, ...rights } = typeof value === 'string' ? { content: value } : value;
  const ended = content === '' || content.endsWith('\n') ? content : `${content}\n`;
  return { kind: 'file', to, content: ended, ...resolveRights(rights), expand, origin };
}

export function resolveStep({ value, origin }: Located<Step>): StepSpec {
  switch (value.kind) {
    case 'copy':
      return resolveCopy({ value, origin });
    case 'add':
      return resolveAdd({ value, origin });
    case 'file':
      return resolveFile(value.to, { value, origin });
    case 'run':
      return resolveRun({ value, origin });
    case 'env':
      return { kind: 'env', entries: resolveEnv([{ value: value.variables, origin: childOrigin(origin, 'variables') }]), origin };
    case 'arg':
      return { kind: 'arg', args: entries([{ value: value.args, origin: childOrigin(origin, 'args') }]).map(resolveArg), origin };
    case 'user':
      return { kind: 'user', user: resolveUser({ value: stepUser(value), origin }), origin };
    case 'workdir':
      return { kind: 'workdir', path: valueText(value.path), origin };
    case 'shell':
      return { kind: 'shell', argv: [...value.argv], origin };
    case 'raw':
      return { kind: 'raw', text: value.text, origin };
    default:
      return value satisfies never;
  }
}

/** `user('1000:1000')` and `user('app')` say one word: read as the field `user` reads it. A variable never has other words beside it. */
function stepUser({ kind, name, ...ids }: Extract<Step, { kind: 'user' }>): User {
  const isAlone = typeof name === 'object' || Object.keys(ids).length === 0;
  return name !== undefined && isAlone ? name : { ...ids, ...given('name', name as string | undefined) };
}
