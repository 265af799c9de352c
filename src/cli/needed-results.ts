/**
 * neededResults(): of all images of a file, the one that is asked for and those that it is made from, whether they compiled or not.
 */

import type { LoadedDefinition } from '../load/load.js';
import type { Compiled } from '../pipeline.js';
import type { CompiledImage } from './compiled-image.js';
import { baseDefinition } from './unbuilt-bases.js';
import { usedImages } from './used-images.js';

interface Result {
  readonly name: string;
  readonly loaded: LoadedDefinition;
  readonly compiled: Compiled;
}

export function neededResults<R extends Result>(results: readonly R[], name: string): readonly R[] {
  const used = usedImages(results.filter(isMade));
  const needed = new Set(results.filter((result) => result.name === name));
  for (const result of needed) {
    const bases = new Set(basesOf(result.loaded));
    const failed = results.filter((other) => !other.compiled.ok && bases.has(other.loaded.definition));
    for (const other of [...failed, ...((isMade(result) ? used.get(result) : undefined) ?? [])]) needed.add(other);
  }
  return results.filter((result) => needed.has(result));
}

function isMade<R extends Result>(result: R): result is R & { readonly compiled: CompiledImage } {
  return result.compiled.ok;
}

/** Definitions that it stands on, also where they are no images: those say what is wrong with them. */
function basesOf({ definition }: LoadedDefinition): readonly unknown[] {
  const stages = typeof definition.stages === 'object' && definition.stages !== null ? Object.keys(definition.stages) : [];
  return [{}, ...stages.map((name) => ({ name }))].map((stage) => baseDefinition(definition, stage));
}
