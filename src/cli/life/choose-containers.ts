/**
 * chooseContainers(): the containers of a project that a verb is about: those that are named, by name or id; all; or, where nothing is said, the only one that it could be.
 *
 * A container of somebody else is refused, for the verbs are about this project; and one that is not there at all.
 */

import type { StoredContainer } from '../../engine/store.js';
import { didYouMean } from '../../spec/did-you-mean.js';
import type { EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { LifeProject } from './project-of.js';
import { matchesId } from './matches-id.js';
import { shortId, storedContainers } from './stored.js';

export interface Choosing {
  readonly verb: 'start' | 'stop' | 'logs' | 'rm';
  readonly subjects: readonly string[];
  readonly all: boolean;
  /** Those that are meant where none is named. */
  readonly meant: (container: StoredContainer) => boolean;
  /** `running`. */
  readonly adjective?: string;
}

export async function chooseContainers(choice: EngineChoice, project: LifeProject, choosing: Choosing): Promise<readonly StoredContainer[]> {
  const containers = await storedContainers(choice, project);
  if (choosing.subjects.length > 0) {
    if (choosing.all) throw new CliError({ code: 'usage', message: '--all is all of them, and some are named', hint: 'leave out one of them' });
    const named: StoredContainer[] = [];
    for (const subject of choosing.subjects)
      named.push(find(subject, containers) ?? (await refuse(subject, containers, { choice, project, choosing })));
    return [...new Set(named)];
  }
  const meant = containers.filter(choosing.meant);
  return choosing.all || meant.length === 1 ? meant : notOne(meant, project, choosing);
}

function find(subject: string, containers: readonly StoredContainer[]): StoredContainer | undefined {
  const byName = containers.find(({ name }) => name === subject);
  if (byName !== undefined) return byName;
  const [byId, ...others] = containers.filter(({ id }) => matchesId(subject, id));
  return others.length === 0 ? byId : undefined;
}

interface Where {
  readonly choice: EngineChoice;
  readonly project: LifeProject;
  readonly choosing: Choosing;
}

async function refuse(subject: string, containers: readonly StoredContainer[], { choice, project, choosing }: Where): Promise<never> {
  const { ask } = await import('../../engine/ask.js');
  const { engine, program } = choice;
  const { exitCode } = await ask(program, engine.containers?.inspectArguments(subject) ?? []);
  if (exitCode === 0) {
    const hint = `use ${engine.command} ${choosing.verb} ${subject}`;
    throw new CliError({ code: 'other-container', message: `the container "${subject}" is not of ${project.title}`, hint });
  }
  const names = containers.map(({ name }) => name);
  const there = names.length === 0 ? `${project.title} has none` : `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}`;
  throw new CliError({ code: 'no-container', message: `there is no container "${subject}"`, hint: didYouMean(subject, names) ?? there });
}

function notOne(meant: readonly StoredContainer[], { title }: LifeProject, { verb, adjective }: Choosing): never {
  if (meant.length === 0) {
    if (adjective === undefined)
      throw new CliError({ code: 'no-container', message: `there is no container of ${title}`, hint: '"imagewright run" makes one' });
    const hint = '"imagewright ps -a" shows all that there are';
    throw new CliError({ code: 'no-container', message: `no container of ${title} is ${adjective}`, hint });
  }
  const list = meant.map(({ name, id, status }) => `${name} (${shortId(id)}, ${status})`).join(', ');
  const which = adjective === undefined ? '' : ` that are ${adjective}`;
  const hint = `say which${verb === 'logs' ? '' : ', or --all'}: imagewright ${verb} ${meant[0]!.name}`;
  throw new CliError({ code: 'several-containers', message: `${title} has ${meant.length} containers${which}: ${list}`, hint });
}
