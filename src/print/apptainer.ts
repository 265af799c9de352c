/**
 * printApptainer(): the program as a definition file of Apptainer, which makes the same image without an engine.
 *
 *     FROM debian:bookworm-slim            Bootstrap: docker
 *     RUN apt-get update && …              From: debian:bookworm-slim
 *     CMD ["cowsay", "moo"]
 *                                          %post
 *                                              apt-get update
 *                                              …
 *                                          %runscript
 *                                              [ "$#" -gt 0 ] || set -- cowsay moo
 *                                              exec "$@"
 *
 * In: a program without cache mounts for its installs (`layers: 'fewest'`), for Apptainer keeps none. What it cannot say is the error `beyond-apptainer`, what only
 * an engine has use for the warning `left-out`.
 */

import type { Report } from '../diagnostics.js';
import type { Program } from '../ir/program.js';
import { isSayable } from './apptainer/left-out-files.js';
import { remarks, type Remark } from './apptainer/site.js';
import { stageLines } from './apptainer/stage-lines.js';
import { apptainerStages } from './apptainer/stages.js';
import { leftOutPatterns, type OwnFiles } from './dockerignore.js';
import { addHeader } from './header.js';

export interface ApptainerOptions extends OwnFiles {
  readonly comments: boolean;
}

export function printApptainer(program: Program, { comments, ...own }: ApptainerOptions, report: Report): string {
  const said = remarks(report);
  const patterns = leftOutPatterns(program, own);
  for (const [index, entry] of program.ignore.entries()) {
    if (patterns.includes(entry) && !isSayable(entry)) said.leaveOut({ path: ['ignore', index] }, unsayable(entry));
  }
  const leftOut = [...patterns.filter(isSayable), '*.def', '*.sif'];
  const lines = apptainerStages(program).flatMap((stage) => stageLines(stage, { program, ...said }, { comments, leftOut }));
  return addHeader(lines.map((line) => `${line}\n`).join(''), own.source, { command: 'imagewright generate --format apptainer' });
}

function unsayable(pattern: string): Remark {
  return {
    message: `"${pattern}" is not heeded: what Apptainer copies is cleared by a shell, which has no such pattern`,
    hint: 'write a path, or "**/NAME"',
  };
}
