/**
 * bakeFile(): all images of a project as one docker-bake.json, beside the definition.
 */

import { basename, join, relative } from 'node:path';
import { printBake, type BakeImage } from '../print/bake.js';
import { BAKE_FILE } from './bake-file-name.js';
import { buildOrder } from './build-order.js';
import { contextFolder } from './context-folder.js';
import type { GeneratedFile } from './generated-files.js';
import { projectLabel } from './project-label.js';
import type { Project, ProjectImage } from './project.js';
import { referencesOf } from './references-of.js';
import { tagsOf, withTag } from './tags-of.js';

/** Arguments that the builder sets itself. */
const OF_THE_BUILDER = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

export function bakeFile(project: Project): GeneratedFile {
  const images = buildable(project.images).map((image) => bakeImage(image, project));
  return { path: join(project.folder, BAKE_FILE), text: printBake(images, basename(project.file)) };
}

/** As they are written, once it is sure that there is an order in which they can be built. */
function buildable(images: readonly ProjectImage[]): readonly ProjectImage[] {
  buildOrder(images);
  return images;
}

function bakeImage({ name, compiled, dockerfile }: ProjectImage, { folder, images }: Project): BakeImage {
  const { spec, program } = compiled;
  const given = new Set(program.globalArgs.flatMap((arg) => (arg.default === undefined ? [] : [arg.name])));
  const args = [...program.globalArgs, ...program.stages.flatMap(({ instructions }) => instructions)].flatMap((each) =>
    each.kind === 'arg' && each.default === undefined && !given.has(each.name) && !OF_THE_BUILDER.test(each.name) ? [each.name] : [],
  );
  const others = images.filter((other) => other.name !== name);
  const uses = referencesOf(compiled).flatMap((reference) => {
    const used = others.find((other) => tagsOf(other.compiled.spec).includes(withTag(reference)));
    return used === undefined ? [] : [[reference, used.name] as const];
  });
  return {
    name,
    context: spec.context?.value ?? '.',
    dockerfile: relative(contextFolder(folder, compiled), dockerfile).replaceAll('\\', '/'),
    tags: spec.tags.map(({ value }) => value),
    labels: [projectLabel(spec) ?? []].flat(),
    target: program.target,
    args: [...new Set(args)],
    platforms: spec.platforms.map(({ value }) => value),
    uses: Object.fromEntries(uses),
    contexts: Object.fromEntries(spec.contexts.flatMap(({ name: context, value }) => (value === undefined ? [] : [[context, value]]))),
  };
}
