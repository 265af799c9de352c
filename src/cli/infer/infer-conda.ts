/** An environment of conda packages. */

import { take, type FoundFolder, type InferredFields } from './found-folder.js';

export function inferConda(folder: FoundFolder): InferredFields | undefined {
  const lock = folder.first('conda-lock.yml', 'pixi.lock');
  const file = folder.first('environment.yml', 'environment.yaml');
  const found = lock ?? file;
  if (found === undefined) return undefined;
  take(folder, found, found === 'pixi.lock' ? 'by pixi' : 'by micromamba');
  if (lock === undefined) folder.remarks.push('without a lock file, packages are as new as the day: conda-lock writes one');
  folder.remarks.push('the default command is not inferred: write cmd');
  if (lock !== undefined && file !== undefined) folder.taken.add(file);
  const conda = lock === undefined ? found : { lock, ...(lock === 'pixi.lock' ? { tool: 'pixi' } : {}) };
  return { fields: { base: 'debian:bookworm-slim', conda, workdir: '/app', copy: { '.': './' }, cmd: ['bash'] } };
}
