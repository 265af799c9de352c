/**
 * watchBuilt(): the verb `build` with `--watch`: builds, and again when what the definition reads or the image copies has changed. What changes during a build is built when that
 * has ended; what did not change comes from the cache of the engine then. Ctrl-C ends the engine, too.
 */

import type { BuildRequest } from './build-images.js';
import { CliError } from './cli-error.js';
import { copiedFiles } from './copied-files.js';
import type { Output } from './output.js';
import type { Project } from './project.js';
import { watch } from './watch.js';

type Build = (request: BuildRequest, output: Output, written: (project: Project) => void) => Promise<number>;

export function watchBuilt(request: BuildRequest, build: Build, output: Output): Promise<number> {
  refuseOthers(request, output);
  return watch((see) => build({ ...request, see }, output, (project) => see(copiedFiles(project))), output);
}

/** What is printed once has no end that a reader could wait for. */
function refuseOthers(request: BuildRequest, { json }: Output): void {
  const other = json ? '--json' : request['dry-run'] ? '--dry-run' : undefined;
  if (other === undefined) return;
  throw new CliError({ code: 'usage', message: `--watch builds again and again, and ${other} answers once`, hint: 'leave out one of them' });
}
