/**
 * removeImages(): the verb `rmi`: images of the project go. One with containers stays, and so does all else: they are named.
 */

import { bareId, type StoredContainer, type StoredImage } from '../../engine/store.js';
import { chooseEngine, type EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { askEngine } from './ask-engine.js';
import { chooseImages, type ChosenImages } from './choose-images.js';
import type { NamesRequest } from './life-options.js';
import { nothingToDo } from './nothing-to-do.js';
import { projectOf, type LifeProject } from './project-of.js';
import { runOn } from './run-on.js';
import { imageReference, storedContainers } from './stored.js';

export async function removeImages(request: NamesRequest & { readonly force: boolean }, output: Output): Promise<number> {
  const { force, afterDashes: extra } = request;
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'build');
  const images = await chooseImages(choice, project, request);
  if (images.chosen.length === 0) return nothingToDo(`there is no image of ${project.title}`, { choice, what: 'images' }, output);
  if (!force) await refuseUsed(choice, project, images);
  const names = images.chosen.map(imageReference);
  return runOn(choice, choice.engine.images.removeArguments({ names, force, extra }), { images: names }, output);
}

async function refuseUsed(choice: EngineChoice, project: LifeProject, { chosen, stored }: ChosenImages): Promise<void> {
  // An image that keeps a name stays.
  const going = chosen.filter(({ id }) => stored.every((image) => image.id !== id || chosen.includes(image)));
  const used = await containersByImage(choice, project);
  const image = going.find(({ id }) => used.has(id));
  if (image === undefined) return;
  const users = used.get(image.id)!;
  const names = users.map(({ name }) => name);
  const message = `the image ${imageReference(image)} has ${names.length === 1 ? 'a container' : 'containers'}: ${users.map(({ name, status }) => `${name} (${status})`).join(', ')}`;
  const running = users.some((container) => container.running);
  const hint = `remove ${names.length === 1 ? 'it' : 'them'} first: imagewright rm ${running ? '-f ' : ''}${names.join(' ')}`;
  throw new CliError({ code: 'image-in-use', message, hint });
}

async function containersByImage(choice: EngineChoice, project: LifeProject): Promise<ReadonlyMap<StoredImage['id'], readonly StoredContainer[]>> {
  const containers = await storedContainers(choice, project);
  const { containers: store } = choice.engine;
  if (containers.length === 0 || store === undefined) return new Map();
  const ids = (await askEngine(choice, store.imageArguments(containers.map(({ id }) => id)))).trim().split('\n');
  const used = new Map<string, StoredContainer[]>();
  for (const [index, container] of containers.entries()) {
    const id = bareId(ids[index] ?? '');
    used.set(id, [...(used.get(id) ?? []), container]);
  }
  return used;
}
