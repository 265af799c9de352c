/**
 * A project of Node.js: its installation from the lock file, and its build.
 *
 *     WORKDIR /app
 *     RUN --mount=type=bind,source=package.json,target=/app/package.json \
 *         --mount=type=bind,source=package-lock.json,target=/app/package-lock.json \
 *         npm ci --omit=dev
 *     COPY . /app/
 *     RUN npm run build
 *
 * What the manager reads is mounted, not copied: a change of a source installs nothing again. Refuses files that are not in the project's folder, and a place
 * that is not known or is all of the image.
 */

import { posix } from 'node:path';
import type { Copy, Env, Install, Instruction, Run, Workdir } from '../ir/instruction.js';
import type { Located, Origin } from '../origin.js';
import { shellWord } from '../shell-word.js';
import type { NpmBuildSpec, NpmProject } from '../spec/language-specs.js';
import type { SecretSpec, StageSpec } from '../spec/spec.js';
import { literal } from '../text.js';
import { lowerEnv, splitEnv } from './env.js';
import type { LanguageContext } from './languages/language.js';
import { nodeManagers } from './node-managers.js';
import { languageInstall } from './tool-instructions.js';

/** A project whose paths are known. */
export interface PlacedProject {
  readonly project: NpmProject;
  /** In the image, without a slash at its end. */
  readonly workdir: string;
  /** Where a path of the context is in the image. */
  readonly place: (path: string) => string;
}

export function placeProject({ report }: LanguageContext, project: NpmProject): PlacedProject | undefined {
  const workdir = project.workdir && folderOf(project.workdir.value);
  if (workdir === undefined || workdir === '/') {
    report.error('unknown-workdir', project.workdir?.origin ?? project.origin, {
      message:
        workdir === '/'
          ? '"/" is all of the image, and cannot be the folder of a project'
          : 'the folder of the project in the image is not known: "workdir" has a variable',
      hint: "say where it is: npm: { workdir: '/app' }",
    });
    return undefined;
  }
  const folder = folderOf(`/${project.folder.value}`);
  for (const { value, origin } of [...project.uses, ...project.workspaces, ...(project.build?.sources ?? [])]) {
    if (isIn(folderOf(`/${value}`), folder)) continue;
    report.error('outside-project', origin, {
      message: `"${value}" is not in the folder of the project, "${project.folder.value}"`,
      hint: 'paths are those of the build context: name one below that folder, or make the folder above it the project',
    });
  }
  return { project, workdir, place: (path) => posix.join(workdir, posix.relative(folder, folderOf(`/${path}`))) };
}

function folderOf(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/+$/, '');
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? folder : `${folder}/`);
}

export function projectFile({ project }: PlacedProject, name: string): string {
  return posix.join(project.folder.value, name);
}

export function workdirOf({ project, workdir }: PlacedProject): Workdir {
  return { kind: 'workdir', origins: [project.workdir?.origin ?? project.origin], path: literal(workdir) };
}

export interface InstallOptions {
  readonly production: boolean;
  readonly secrets: readonly SecretSpec[];
  readonly comment: string;
}

/** In the project's folder, which has to be the working directory. */
export function projectInstall(placed: PlacedProject, { production, secrets, comment }: InstallOptions): Install {
  const { project } = placed;
  return languageInstall({
    manager: project.manager,
    origins: [project.origin],
    comment,
    packages: [],
    ...nodeManagers[project.manager].install({ production, version: project.version?.value }),
    mounts: secrets.map(({ origin: _origin, ...secret }) => ({ type: 'secret', ...secret })),
    reads: readsOf(placed),
    sortable: false,
  });
}

function readsOf(placed: PlacedProject): Install['reads'] {
  const { project, place } = placed;
  const { origin, workspaces, uses, folder } = project;
  const lock = project.lock ?? { value: nodeManagers[project.manager].lock, origin };
  const files: readonly Located<string>[] = [
    { value: projectFile(placed, 'package.json'), origin: folder.origin },
    { value: projectFile(placed, lock.value), origin: lock.origin },
    ...workspaces.map((workspace) => ({ value: posix.join(workspace.value, 'package.json'), origin: workspace.origin })),
    ...uses.map((file) => ({ value: folderOf(file.value), origin: file.origin })),
  ];
  const reads = files.map((file) => ({ source: file.value, target: place(file.value), origin: file.origin }));
  return reads.filter(({ target }, index) => reads.findIndex((read) => read.target === target) === index);
}

/** Behind an installation with all that building needs. */
export function buildInstructions(placed: PlacedProject, build: NpmBuildSpec, stage: StageSpec): readonly Instruction[] {
  const { manager, version } = placed.project;
  const line = nodeManagers[manager].run(shellWord(build.script), version?.value);
  return [...environmentOf(stage), ...build.sources.map((source) => copySource(placed, source)), command(line, build.origin)];
}

/** What the image has, the build may read: a change installs nothing again. */
function environmentOf(stage: StageSpec): readonly Env[] {
  return lowerEnv(splitEnv(stage).rest);
}

function copySource({ project, place }: PlacedProject, { value, origin }: Located<string>): Copy {
  const isWhole = folderOf(`/${value}`) === folderOf(`/${project.folder.value}`);
  const to = place(value);
  return { kind: 'copy', origins: [origin], sources: [value], to: isWhole ? `${to}/` : to, exclude: [] };
}

function command(line: string, origin: Origin): Run {
  const commands = [{ line, arguments: [], isolated: false }];
  return { kind: 'run', origins: [origin], script: { form: 'commands', commands }, mounts: [], verbatim: false };
}
