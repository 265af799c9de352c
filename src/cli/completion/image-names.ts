/** imageNames(): the images of a definition file, for who types `--name`; none where it cannot be loaded. Nothing is compiled. */

import { resolve } from 'node:path';
import { loadDefinitions } from '../../load/load.js';
import { chooseDefinitions } from '../choose-definitions.js';
import { definitionFile } from '../definition-file.js';
import { divertStdout } from '../divert-stdout.js';
import { untilSettled } from '../until-settled.js';
import { plain, type Candidates } from './candidate.js';

export async function imageNames(file: string | undefined, folder = '.'): Promise<Candidates> {
  divertStdout();
  try {
    const path = definitionFile(resolve(folder, file ?? '.'));
    const { definitions } = await loadDefinitions(path, { env: process.env, mode: 'generate', args: [] }, { guard: untilSettled });
    return plain(chooseDefinitions(definitions, undefined).map(({ name }) => name));
  } catch {
    // Whoever completes is no place to tell what is wrong with the definition.
    return [];
  }
}
