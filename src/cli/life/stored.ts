/** storedImages(), storedContainers(): what an engine keeps of a project, found by label. */

import type { StoredContainer, StoredImage } from '../../engine/store.js';
import type { EngineChoice } from '../choose-engine.js';
import { askEngine } from './ask-engine.js';
import type { LifeProject } from './project-of.js';

export async function storedImages(choice: EngineChoice, { labels }: LifeProject): Promise<readonly StoredImage[]> {
  const { images } = choice.engine;
  const lists = await Promise.all(labels.map(async (label) => images.read(await askEngine(choice, images.listArguments(label)))));
  return onlyOnce(lists.flat(), (image) => `${image.id} ${imageReference(image)}`).toSorted((left, right) =>
    placeOf(left) < placeOf(right) ? -1 : 1,
  );
}

/** Running or not. */
export async function storedContainers(choice: EngineChoice, { labels }: LifeProject): Promise<readonly StoredContainer[]> {
  const { containers } = choice.engine;
  if (containers === undefined) return [];
  const lists = await Promise.all(labels.map(async (label) => containers.read(await askEngine(choice, containers.listArguments(label)))));
  return onlyOnce(lists.flat(), ({ id }) => id);
}

/** By name, those without one last: engines list images of the same time in any order. */
function placeOf({ repository = '\uffff', tag = '', id }: StoredImage): string {
  return [repository, tag, id].join('\n');
}

/** The name of an image; the id of one that has none. */
export function imageReference({ repository, tag, id }: StoredImage): string {
  return repository === undefined ? shortId(id) : `${repository}:${tag}`;
}

export function shortId(id: string): string {
  return id.slice(0, 12);
}

function onlyOnce<T>(list: readonly T[], key: (each: T) => string): readonly T[] {
  return [...new Map(list.map((each) => [key(each), each])).values()];
}
