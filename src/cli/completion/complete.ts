/**
 * complete(): the words of a command line that is being typed → what may stand where the cursor is. Everything is from the tables of verbs and options.
 *
 *     ['build', '--eng']               --engine    the engine; the first that is installed unless named
 *     ['build', '--engine', '']        docker, podman, nerdctl, buildah
 *     ['generate', '--name', '']       the images of the definition
 */

import type { Options } from 'yargs';
import type { AnyCommand } from '../command.js';
import { commands } from '../commands/index.js';
import { imageOption } from '../compile-options.js';
import { definitionSubject } from '../definition-subject.js';
import { verbCandidates } from '../help/print-help.js';
import { PATHS } from '../path-options.js';
import { plain, type Candidate, type Candidates } from './candidate.js';
import { imageNames } from './image-names.js';
import { readWords, type TypedWords } from './read-words.js';

/** Every verb has them, though no table does. */
const ALWAYS: readonly Candidate[] = [{ word: '--help', describe: 'show help' }];

export async function complete(words: readonly string[]): Promise<Candidates> {
  const typed = readWords(words);
  const found = await candidates(typed);
  if (typeof found === 'string') return found;
  return found.filter(({ word }) => word.startsWith(typed.current)).map(({ word, describe }) => ({ word: typed.prefix + word, describe }));
}

function candidates(typed: TypedWords): Candidates | Promise<Candidates> {
  const { isEngines, awaits, options, current, verb } = typed;
  if (isEngines) return 'files';
  if (awaits !== undefined) return valuesOf(awaits, options[awaits]!, typed);
  if (current.startsWith('-'))
    return [...optionWords(typed), ...ALWAYS, ...(verb === undefined ? [{ word: '--version', describe: 'show the version' }] : [])];
  if (verb === undefined) return verbCandidates();
  const { subject }: AnyCommand = commands[verb];
  if (subject === undefined || (typed.positionals.length > 0 && subject.many !== true)) return [];
  return subject.values?.() ?? 'files';
}

function valuesOf(name: string, option: Options, typed: TypedWords): Candidates | Promise<Candidates> {
  if (option.choices !== undefined) return plain(option.choices.map(String));
  if (option === imageOption) return imageNames(fileIn(typed), typed.values.get('cwd'));
  return PATHS[name] ?? [];
}

/** The definition file that is named. */
function fileIn({ verb, positionals, values }: TypedWords): string | undefined {
  const { subject }: AnyCommand = commands[verb!];
  return subject === definitionSubject ? positionals[0] : values.get('file');
}

/** Those that may still come: as they turn things, `--no-cache` where a cache is what there is without it. */
function optionWords({ options, given }: TypedWords): readonly Candidate[] {
  return Object.entries(options).flatMap(([name, { type, default: preset, array, hidden, describe = '' }]) => {
    if (hidden === true || (given.has(name) && array !== true)) return [];
    const yes = { word: `--${name}`, describe };
    const no = { word: `--no-${name}`, describe };
    if (type !== 'boolean' || preset === false) return [yes];
    return preset === true ? [no] : [yes, no];
  });
}
