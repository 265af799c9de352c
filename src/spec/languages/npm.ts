/** `npm`: packages of Node.js, those of a project and programs from the registry. */

import * as v from 'valibot';
import { literalValue } from '../../text.js';
import type { Located, Origin } from '../../origin.js';
import { lockNameFault, managerVersionFault, outputFault, scriptNameFault } from '../check/node.js';
import { mountedPathFault } from '../check/paths.js';
import { given } from '../resolve/given.js';
import { resolveSecrets } from '../resolve/secrets.js';
import { lastSaid, longForm, said, textsOf, type Part } from '../said.js';
import { absolutePath, reference } from '../schema/files.js';
import { secrets } from '../schema/packages.js';
import { either, list, oneOf, overridable, shape } from '../schema/primitives.js';
import { emptyFault, flag, text, textList } from '../schema/texts.js';
import type { NpmBuild, NpmOptions, PartialStage } from '../types.js';
import { valueText } from '../value-text.js';
import type { NpmBuildSpec, NpmProject, NpmSpec } from '../language-specs.js';
import type { LanguageField } from './language.js';

const mountedPath = text(emptyFault, mountedPathFault);

const paths = overridable(list(mountedPath, 'a list of paths'));

const script = text(scriptNameFault);

const build = either('the name of a script or { script, sources, outputs }', [
  script,
  shape({
    script: v.optional(script),
    sources: v.optional(paths),
    outputs: v.optional(overridable(list(text(emptyFault, outputFault), 'a list of paths'))),
  }),
]);

export const npm = {
  schema: either('true or { manager, packages, … }', [
    v.literal(true),
    shape({
      manager: v.optional(oneOf(['npm', 'pnpm', 'yarn', 'bun'])),
      version: v.optional(text(managerVersionFault)),
      packages: v.optional(textList),
      project: v.optional(mountedPath),
      lock: v.optional(text(lockNameFault)),
      workspaces: v.optional(paths),
      uses: v.optional(paths),
      production: v.optional(flag),
      build: v.optional(build),
      workdir: v.optional(absolutePath),
      secrets: v.optional(secrets),
      toolchain: v.optional(reference),
    }),
  ]),
  resolve: (parts: readonly Located<PartialStage>[]): NpmSpec | undefined => {
    const requests = said(parts, 'npm');
    const options = requests.map(({ value, origin }): Part<NpmOptions> => ({ value: value === true ? {} : value, origin }));
    const packages = textsOf(options, 'packages');
    const origin = requests.at(-1)?.origin;
    const isProject = requests.some(({ value }) => value === true || asksForProject(value));
    if (origin === undefined || (packages.length === 0 && !isProject)) return undefined;
    return {
      packages,
      ...(isProject ? { project: resolveProject(options, { workdir: lastSaid(parts, 'workdir'), origin }) } : {}),
      secrets: resolveSecrets(options),
      ...given('toolchain', lastSaid(options, 'toolchain')),
      origin,
    };
  },
} satisfies LanguageField;

const OF_PROJECT = ['project', 'manager', 'version', 'lock', 'workspaces', 'uses', 'production', 'build', 'workdir'] as const;

/** Programs alone ask for no project; whoever says how one is installed does. */
function asksForProject(options: NpmOptions): boolean {
  return options.packages === undefined || OF_PROJECT.some((field) => options[field] !== undefined);
}

interface Around {
  readonly workdir: ReturnType<typeof lastSaid<PartialStage, 'workdir'>>;
  readonly origin: Origin;
}

function resolveProject(options: readonly Part<NpmOptions>[], { workdir, origin }: Around): NpmProject {
  const folder = lastSaid(options, 'project') ?? { value: '.', origin };
  return {
    manager: lastSaid(options, 'manager')?.value ?? 'npm',
    ...given('version', lastSaid(options, 'version')),
    folder,
    ...given('lock', lastSaid(options, 'lock')),
    workspaces: textsOf(options, 'workspaces'),
    uses: textsOf(options, 'uses'),
    production: lastSaid(options, 'production')?.value ?? true,
    ...given('build', resolveBuild(options, folder)),
    ...given('workdir', lastSaid(options, 'workdir') ?? placeOf(workdir, origin)),
    origin,
  };
}

/** The stage's working directory, where it is known. */
function placeOf(workdir: Around['workdir'], origin: Origin): Located<string> | undefined {
  if (!workdir) return { value: '/app', origin };
  const value = literalValue(valueText(workdir.value));
  return value === undefined ? undefined : { value, origin: workdir.origin };
}

function resolveBuild(options: readonly Part<NpmOptions>[], folder: Located<string>): NpmBuildSpec | undefined {
  const requests = said(options, 'build');
  const last = requests.at(-1);
  if (!last) return undefined;
  const builds = requests.map((request) => longForm<NpmBuild, 'script'>('script', request, typeof request.value === 'string'));
  const sources = textsOf(builds, 'sources');
  const outputs = textsOf(builds, 'outputs');
  return {
    script: lastSaid(builds, 'script')?.value ?? 'build',
    sources: sources.length === 0 ? [{ value: folder.value, origin: last.origin }] : sources,
    outputs: outputs.length === 0 ? [{ value: 'dist', origin: last.origin }] : outputs,
    origin: last.origin,
  };
}
