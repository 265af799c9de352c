/**
 * buildOptions(): what an engine is asked for to build an image: what the definition says, and what the command line says besides or instead.
 */

import { relative } from 'node:path';
import type { BuildOptions } from '../engine/engine.js';
import { asksForFacts } from './compile-loaded.js';
import { fromFolder, sshFromFolder } from './from-folder.js';
import { ignoreFile } from './ignore-file.js';
import { isLegacy } from './is-legacy.js';
import { projectLabel } from './project-label.js';
import type { Project, ProjectImage } from './project.js';

const REVISION = 'org.opencontainers.image.revision';

export interface BuildChoices {
  /** One of several images. */
  readonly name?: string | undefined;
  readonly tag: readonly string[] | undefined;
  readonly platform: readonly string[] | undefined;
  readonly push: boolean;
  readonly load: boolean;
  readonly cache: boolean;
  readonly 'cache-from': readonly string[] | undefined;
  readonly 'cache-to': readonly string[] | undefined;
  readonly ssh: readonly string[] | undefined;
  readonly provenance: string | undefined;
  readonly sbom: string | undefined;
  readonly pull: boolean;
  readonly secret: readonly string[] | undefined;
  readonly afterDashes: readonly string[];
  /** The commit that is built, where images are to say so. */
  readonly revision: string | undefined;
}

export function buildOptions(project: Project, image: ProjectImage, request: BuildChoices): BuildOptions {
  const meant = isMeant(image, request);
  const here = (option: string) => fromFolder(option, project.folder);
  return {
    legacy: isLegacy(image.compiled.spec),
    file: relative(project.folder, image.dockerfile),
    ignoreFile: relative(project.folder, ignoreFile(image)),
    tags: imageTags(image, request),
    target: image.compiled.program.target,
    platforms: (request.platform ?? image.compiled.spec.platforms.map(({ value }) => value))
      .flatMap((list) => list.split(','))
      .filter((platform) => platform !== ''),
    push: request.push && meant,
    load: request.load,
    cache: request.cache,
    cacheFrom: (request['cache-from'] ?? []).map(here),
    cacheTo: meant ? (request['cache-to'] ?? []).map(here) : [],
    secrets: (request.secret ?? []).map(here),
    ssh: (request.ssh ?? []).map((option) => sshFromFolder(option, project.folder)),
    provenance: request.provenance,
    sbom: request.sbom,
    pull: request.pull,
    labels: [projectLabel(image.compiled.spec) ?? [], revisionLabels(image, request.revision)].flat(),
    extra: request.afterDashes,
    contexts: image.compiled.spec.contexts.flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${value}`])),
    context: image.compiled.spec.context?.value ?? '.',
  };
}

/** Or only needed for one that is: then it is built, and goes nowhere. */
export function isMeant({ name }: ProjectImage, request: Pick<BuildChoices, 'name'>): boolean {
  return request.name === undefined || request.name === name;
}

/** `-t` names the image that is asked for, not those that it is made from. */
export function imageTags(image: ProjectImage, request: Pick<BuildChoices, 'tag' | 'name'>): readonly string[] {
  return (isMeant(image, request) ? request.tag : undefined) ?? image.compiled.spec.tags.map((tag) => tag.value);
}

function revisionLabels({ compiled }: ProjectImage, revision: string | undefined): readonly string[] {
  const isSaid = compiled.spec.stages.some(({ labels }) => labels.some(({ name }) => name === REVISION));
  return revision === undefined || isSaid || !asksForFacts(compiled) ? [] : [`${REVISION}=${revision}`];
}
