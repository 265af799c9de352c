/**
 * searchImages(): the verb `search`: images whose name or description has a word in it: on Docker Hub, by the engine; on another registry, whose images engines do not look for, by its API.
 */

import type { EngineName } from '../../engine/index.js';
import { chooseEngine, type EngineChoice } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import type { Output } from '../output.js';
import { faultData, reportFaults } from '../report.js';
import { namedRegistry } from './choose-registry.js';
import { engineFault } from './engine-fault.js';
import { runHeard } from './run-heard.js';

export interface SearchRequest {
  readonly subject: string | undefined;
  readonly registry: string | undefined;
  readonly limit: string;
  readonly engine: EngineName | undefined;
}

export async function searchImages(request: SearchRequest, output: Output): Promise<number> {
  const term = termOf(request);
  const limit = limitOf(request);
  const registry = request.registry === undefined ? undefined : namedRegistry(request.registry, 'search TERM --registry');
  if (registry !== undefined) return searchRegistry({ registry, term, limit }, output);
  return searchHub(chooseEngine(request.engine, 'search'), { term, limit }, output);
}

function termOf({ subject }: SearchRequest): string {
  if (subject !== undefined) return subject;
  throw new CliError({ code: 'usage', message: 'search wants to know what for', hint: 'imagewright search snakemake' });
}

function limitOf({ limit }: SearchRequest): number {
  const value = Number(limit);
  if (Number.isInteger(value) && value >= 1 && value <= 100) return value;
  throw new CliError({ code: 'usage', message: `--limit cannot be ${JSON.stringify(limit)}`, hint: 'write a number from 1 to 100' });
}

interface Search {
  readonly term: string;
  readonly limit: number;
}

async function searchHub(choice: EngineChoice, search: Search, output: Output): Promise<number> {
  const { engine } = choice;
  const list = engine.sharing.searchArguments?.({ ...search, json: output.json }) ?? [];
  const heard = await runHeard(choice, { arguments: list, keep: output.json }, output);
  const faults = heard.exitCode === 0 ? [] : [engineFault({ engine, verb: 'search', registry: undefined }, heard)];
  reportFaults(faults, output);
  const results = heard.exitCode === 0 ? { results: jsonValues(heard.stdout ?? '') } : {};
  output.result({
    ok: heard.exitCode === 0,
    engine: engine.name,
    registry: 'docker.io',
    ...results,
    exitCode: heard.exitCode,
    diagnostics: faults.map(faultData),
  });
  return heard.exitCode;
}

/** A value in each line, or a list of them. */
function jsonValues(text: string): readonly unknown[] {
  if (text.trimStart().startsWith('[')) return JSON.parse(text) as readonly unknown[];
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
}

async function searchRegistry({ registry, term, limit }: Search & { readonly registry: string }, output: Output): Promise<number> {
  const { registryImages } = await import('./registry-images.js');
  const images = await registryImages(registry, (name) => name.includes(term.toLowerCase()), limit);
  const results = images.map(({ name, tags }) => ({ name: `${registry}/${name}`, tags }));
  output.result({ ok: true, registry, results, diagnostics: [] });
  if (output.json) return 0;
  if (results.length === 0) output.note(`no image of ${registry} has ${JSON.stringify(term)} in its name`);
  else
    output.answer(
      tableText(
        ['NAME', 'TAGS'],
        results.map(({ name, tags }) => [name, tags.join(' ')]),
      ),
    );
  return 0;
}

function tableText(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const all = [head, ...rows];
  const width = Math.max(...all.map(([name]) => name.length));
  return all.map(([name, rest]) => `${name.padEnd(width)}   ${rest}`.trimEnd() + '\n').join('');
}
