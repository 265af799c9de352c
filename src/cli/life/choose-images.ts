/**
 * chooseImages(): the names of images of a project that are to go: those that are named, be it by id; all; or, where nothing is said, those of the only image that there is.
 */

import type { StoredImage } from '../../engine/store.js';
import { didYouMean } from '../../spec/did-you-mean.js';
import type { EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import { withTag } from '../tags-of.js';
import { matchesId } from './matches-id.js';
import type { LifeProject } from './project-of.js';
import { imageReference, shortId, storedImages } from './stored.js';

export interface ChosenImages {
  readonly chosen: readonly StoredImage[];
  /** Those of the project. */
  readonly stored: readonly StoredImage[];
}

export async function chooseImages(
  choice: EngineChoice,
  project: LifeProject,
  { subjects, all }: { readonly subjects: readonly string[]; readonly all: boolean },
): Promise<ChosenImages> {
  const stored = await storedImages(choice, project);
  if (subjects.length === 0) return { chosen: all ? stored : onlyOne(stored, project), stored };
  if (all) throw new CliError({ code: 'usage', message: '--all is all of them, and some are named', hint: 'leave out one of them' });
  const chosen: StoredImage[] = [];
  for (const subject of subjects) {
    const found = find(subject, stored);
    chosen.push(...(found.length > 0 ? found : await refuse(subject, stored, { choice, project })));
  }
  return { chosen: [...new Set(chosen)], stored };
}

/** By an id, whatever it is called. */
function find(subject: string, images: readonly StoredImage[]): readonly StoredImage[] {
  const wanted = spellings(withTag(subject));
  const byName = images.filter((image) => image.repository !== undefined && wanted.includes(imageReference(image)));
  if (byName.length > 0) return byName;
  const byId = images.filter(({ id }) => matchesId(subject, id));
  return new Set(byId.map(({ id }) => id)).size === 1 ? byId : [];
}

/** Podman and Buildah keep an image without a host as one of `localhost`; Docker leaves out that of its Hub. */
function spellings(reference: string): readonly string[] {
  return [reference, `localhost/${reference}`, reference.replace(/^docker\.io\/(?:library\/)?/, '')];
}

async function refuse(
  subject: string,
  images: readonly StoredImage[],
  { choice: { engine, program }, project }: { readonly choice: EngineChoice; readonly project: LifeProject },
): Promise<never> {
  const { ask } = await import('../../engine/ask.js');
  const { exitCode } = await ask(program, engine.inspectArguments(subject));
  if (exitCode === 0) {
    const hint = `use ${engine.command} rmi ${subject}`;
    throw new CliError({ code: 'other-image', message: `the image "${subject}" is not of ${project.title}`, hint });
  }
  const names = images.map(imageReference);
  const there = names.length === 0 ? `${project.title} has none` : `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`;
  throw new CliError({ code: 'no-image', message: `there is no image "${subject}"`, hint: didYouMean(subject, names) ?? there });
}

function onlyOne(images: readonly StoredImage[], { title }: LifeProject): readonly StoredImage[] {
  const ids = new Set(images.map(({ id }) => id));
  if (ids.size === 1) return images;
  if (ids.size === 0) throw new CliError({ code: 'no-image', message: `there is no image of ${title}`, hint: '"imagewright build" makes it' });
  const list = images
    .map((image) => (image.repository === undefined ? imageReference(image) : `${imageReference(image)} (${shortId(image.id)})`))
    .join(', ');
  const hint = `say which, or --all: imagewright rmi ${imageReference(images[0]!)}`;
  throw new CliError({ code: 'several-images', message: `${title} has ${ids.size} images: ${list}`, hint });
}
