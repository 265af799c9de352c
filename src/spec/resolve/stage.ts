/** One stage: what its parts say, merged, with defaults. */

import { childOrigin, type Located } from '../../origin.js';
import { literal, type AnyText } from '../../text.js';
import { resolveLanguages } from '../languages/index.js';
import type { LanguagesSpec } from '../language-specs.js';
import { items, lastSaid, said, textsOf } from '../said.js';
import type { StageSpec } from '../spec.js';
import { stageOrigin, type StageParts } from '../stage-parts.js';
import type { Base, Command, Step, Value } from '../types.js';
import { plainText, valueText } from '../value-text.js';
import { resolveBase, type ResolveDefinition } from './base.js';
import { resolveCommand, resolveHealthcheck } from './command.js';
import { given } from './given.js';
import { resolvePip } from './pip.js';
import { resolvePythonLock } from './python-lock.js';
import { resolveStep, resolveSteps } from './steps.js';
import { resolveSystemPackages } from './system-packages.js';
import { resolveUser } from './user.js';
import { resolveArgs, resolveEnv, resolveLabels, resolveOci } from './variables.js';

/** Undefined without a base; that has been reported. */
export function resolveStage(stage: StageParts, resolveDefinition: ResolveDefinition): StageSpec | undefined {
  const { name, parts } = stage;
  const written = lastSaid(parts, 'base') as Located<Base> | undefined;
  const base = written && resolveBase(written, resolveDefinition);
  if (base === undefined) return undefined;
  return { ...given('name', name), origin: stageOrigin(stage), base, ...contents(parts), ...metadata(parts) };
}

function contents(parts: StageParts['parts']) {
  const user = lastSaid(parts, 'user');
  const shell = lastSaid(parts, 'shell');
  const workdir = lastSaid(parts, 'workdir');
  const languages = resolveLanguages(parts);
  return {
    args: resolveArgs(parts),
    ...given('shell', shell && { value: [...shell.value], origin: shell.origin }),
    env: resolveEnv(said(parts, 'env')),
    certificates: textsOf(parts, 'certificates'),
    ...given('timezone', lastSaid(parts, 'timezone')),
    ...given('locale', lastSaid(parts, 'locale')),
    system: resolveSystemPackages(parts),
    ...given('pip', resolvePip(parts)),
    ...given('uv', resolvePythonLock('uv', parts)),
    ...given('poetry', resolvePythonLock('poetry', parts)),
    languages,
    ...given('user', user && resolveUser(user)),
    ...given('workdir', workdir ? { value: valueText(workdir.value), origin: workdir.origin } : projectFolder(languages)),
    steps: resolveSteps(parts),
  };
}

/** A project is where its commands run, unless another place is said. */
function projectFolder({ npm }: LanguagesSpec): StageSpec['workdir'] {
  const folder = npm?.project?.workdir;
  return folder && { value: literal(folder.value.replace(/(?<=.)\/+$/, '')), origin: folder.origin };
}

function metadata(parts: StageParts['parts']) {
  const stopSignal = lastSaid(parts, 'stopSignal');
  return {
    expose: unique(said(parts, 'expose').flatMap(items).map(plain)),
    volumes: unique(said(parts, 'volumes').flatMap(items).map(plain)),
    ...given('healthcheck', resolveHealthcheck(lastSaid(parts, 'healthcheck'))),
    ...given('stopSignal', stopSignal && plain(stopSignal)),
    ...given('entrypoint', resolveCommand(lastSaid(parts, 'entrypoint') as Located<Command> | undefined)),
    ...given('cmd', resolveCommand(lastSaid(parts, 'cmd') as Located<Command> | undefined)),
    labels: resolveLabels(parts),
    ...given('oci', resolveOci(parts)),
    onbuild: said(parts, 'onbuild').flatMap((list) => items(list as Located<readonly Step[]>).map(resolveStep)),
    raw: said(parts, 'raw').flatMap(items),
  };
}

function plain({ value, origin }: Located<Value>): Located<AnyText> {
  return { value: plainText(value), origin };
}

function unique<T extends AnyText>(values: readonly Located<T>[]): readonly Located<T>[] {
  const texts = values.map(({ value }) => JSON.stringify(value));
  return values.filter((_, index) => texts.indexOf(texts[index]!) === index);
}
