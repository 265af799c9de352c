/** containersOf(): what an engine that runs containers does with them. An engine that runs none is not chosen where that is needed. */

import type { ContainerStore } from '../../engine/store.js';
import type { EngineChoice } from '../choose-engine.js';

export function containersOf({ engine }: EngineChoice): ContainerStore {
  if (engine.containers === undefined) throw new Error(`${engine.name} runs no containers`);
  return engine.containers;
}
