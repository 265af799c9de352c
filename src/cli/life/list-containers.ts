/** listContainers(): the verb `ps`: the containers of the project's images: those that run, or all. */

import type { StoredContainer } from '../../engine/store.js';
import { chooseEngine } from '../choose-engine.js';
import type { Output } from '../output.js';
import type { LifeRequest } from './life-options.js';
import { projectOf } from './project-of.js';
import { shortId, storedContainers } from './stored.js';
import { textTable } from './text-table.js';

const HEAD = ['CONTAINER ID', 'NAME', 'IMAGE', 'COMMAND', 'STATUS', 'PORTS'];

/** Longer commands are cut; with --json they are whole. */
const LONGEST = 30;

export async function listContainers(request: LifeRequest & { readonly all: boolean; readonly ids: boolean }, output: Output): Promise<number> {
  const project = await projectOf(request);
  const choice = chooseEngine(request.engine, 'run');
  const all = await storedContainers(choice, project);
  const containers = request.all ? all : all.filter(({ running }) => running);
  if (containers.length === 0) output.note(nothingText(project.title, all.length));
  else if (!output.json) output.answer(request.ids ? containers.map(({ id }) => `${shortId(id)}\n`).join('') : textTable(HEAD, containers.map(row)));
  output.result({ ok: true, engine: choice.engine.name, containers });
  return 0;
}

function row({ id, name, image, command, status, ports }: StoredContainer): readonly string[] {
  const letters = [...command];
  const shown = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : command;
  // An image that has lost its name is told by its id.
  return [shortId(id), name, /^(?:sha256:)?[0-9a-f]{64}$/.test(image) ? shortId(image.replace(/^sha256:/, '')) : image, shown, status, ports];
}

function nothingText(title: string, ended: number): string {
  if (ended === 0) return `there is no container of ${title}; "imagewright run" makes one`;
  return `no container of ${title} is running; "imagewright ps -a" shows ${ended === 1 ? 'the one that has' : `the ${ended} that have`} ended`;
}
