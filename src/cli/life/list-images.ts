/** listImages(): the verb `images`: the images of the project that the engine has, under whichever names. */

import { chooseEngine } from '../choose-engine.js';
import type { Output } from '../output.js';
import type { LifeRequest } from './life-options.js';
import { projectOf } from './project-of.js';
import { shortId, storedImages } from './stored.js';
import { textTable } from './text-table.js';

const HEAD = ['REPOSITORY', 'TAG', 'IMAGE ID', 'CREATED', 'SIZE'];

export async function listImages(request: LifeRequest & { readonly ids: boolean }, output: Output): Promise<number> {
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'build');
  const images = await storedImages(choice, project);
  const ids = [...new Set(images.map(({ id }) => shortId(id)))];
  const rows = images.map(({ repository = '<none>', tag = '<none>', id, created, size }) => [repository, tag, shortId(id), created, size]);
  if (images.length === 0) output.note(`there is no image of ${project.title} yet; "imagewright build" makes it`);
  else if (!output.json) output.answer(request.ids ? ids.map((id) => `${id}\n`).join('') : textTable(HEAD, rows));
  output.result({ ok: true, engine: choice.engine.name, images });
  return 0;
}
