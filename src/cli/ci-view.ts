/**
 * ciView(): what the templates of CI are filled in with: how the project gets imagewright, which images it has, and where a tag is pushed to.
 *
 * In: the folder of the project, and the root of its repository. A definition that is not there yet, or is wrong, says nothing: then it is taken for one image.
 * Values are quoted for where they stand: YAML, or a line of a shell in it.
 */

import { join, relative, sep } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { findDefinitionFile } from '../load/find-definition-file.js';
import { shellWord } from '../shell-word.js';
import { CliError } from './cli-error.js';
import { DefinitionError } from './definition-error.js';
import { LoadError } from '../load/load-error.js';
import { imageName } from './image-name.js';
import type { Output } from './output.js';
import { openProject, type ProjectImage } from './project.js';
import { registryHost } from './registry-host.js';
import { readText } from './write.js';

const YARN_2 = 'yarn install --immutable';

/** How the packages of a lock file are installed, without changing it. */
const INSTALLS: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm ci',
  'pnpm-lock.yaml': 'corepack enable && pnpm install --frozen-lockfile',
  'yarn.lock': `corepack enable && ${YARN_2}`,
  'bun.lock': 'npm install --global bun && bun install --frozen-lockfile',
};

/** The registry of GitHub's own packages, which a workflow has a token for. */
const GITHUB_REGISTRY = 'ghcr.io';

export async function ciView(folder: string, root: string, output: Output): Promise<Readonly<Record<string, unknown>>> {
  const install = installOf(folder);
  const command = install === undefined ? `npx --yes imagewright@${packageJson.version}` : 'npx --no-install imagewright';
  const below = relative(root, folder).split(sep).join('/');
  const images = await imagesOf(folder, output);
  const registry = registryOf(images);
  return {
    command,
    install,
    version: packageJson.version,
    folder: below === '' ? undefined : yamlText(below),
    enter: below === '' ? undefined : yamlText(`cd ${shellWord(below)}`),
    registry: registry ?? GITHUB_REGISTRY,
    ownRegistry: (registry ?? GITHUB_REGISTRY) === GITHUB_REGISTRY,
    named: registry !== undefined,
    emulated: images.some(({ compiled }) => compiled.spec.platforms.some(({ value }) => !value.startsWith('linux/amd64'))),
    several: images.length > 1,
    // Images that start from each other are found only in the store of the engine's own builder, which has no cache at GitHub.
    cached: images.length <= 1,
    images: images.length <= 1 ? [{ label: '', option: '', path: '' }] : images.map(imageView),
    language: install === undefined ? undefined : 'system',
    lint: hookLine('lint', command, { below, installed: install !== undefined }),
    check: hookLine('check', command, { below, installed: install !== undefined }),
  };
}

function imageView({ name }: ProjectImage): Readonly<Record<string, string>> {
  return { label: ` ${name}`, option: ` --name ${shellWord(name)}`, path: `/${imageName(name)}` };
}

/** As it is where YAML reads it back so, else in double quotes. */
function yamlText(text: string): string {
  return /^[A-Za-z][\w ./@&'=-]*$/.test(text) ? text : JSON.stringify(text);
}

/** A hook runs at the root of the repository. */
function hookLine(verb: string, command: string, { below, installed }: { readonly below: string; readonly installed: boolean }): string {
  if (!installed) return yamlText(`imagewright ${verb}${below === '' ? '' : ` --cwd ${shellWord(below)}`}`);
  return yamlText(below === '' ? `${command} ${verb}` : `sh -c ${shellWord(`cd ${shellWord(below)} && ${command} ${verb}`)}`);
}

/** Undefined where the project does not have imagewright among its packages, or no lock file says which. */
function installOf(folder: string): string | undefined {
  const manifest = packagesOf(folder);
  if (!('imagewright' in { ...manifest.dependencies, ...manifest.devDependencies })) return undefined;
  const lock = Object.keys(INSTALLS).find((name) => readText(join(folder, name)) !== undefined);
  if (lock === undefined) return undefined;
  const isYarn1 = lock === 'yarn.lock' && !readText(join(folder, lock))!.includes('\n__metadata:');
  return isYarn1 ? INSTALLS[lock]!.replace(YARN_2, 'yarn install --frozen-lockfile') : INSTALLS[lock];
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function packagesOf(folder: string): Manifest {
  try {
    return (JSON.parse(readText(join(folder, 'package.json')) ?? '{}') ?? {}) as Manifest;
  } catch {
    throw new CliError({ code: 'bad-package-json', message: 'package.json is no JSON', hint: 'mend it first' });
  }
}

async function imagesOf(folder: string, output: Output): Promise<readonly ProjectImage[]> {
  const file = findDefinitionFile(folder);
  if (file === undefined) return [];
  try {
    return (await openProject({ file, verb: 'check' }, { ...output, problem: () => undefined })).images;
  } catch (error) {
    if (error instanceof CliError || error instanceof DefinitionError || error instanceof LoadError) return [];
    throw error;
  }
}

/** Undefined where the definition names none. */
function registryOf(images: readonly ProjectImage[]): string | undefined {
  return images.flatMap(({ compiled }) => compiled.spec.tags.map(({ value }) => registryHost(value)))[0];
}
