/**
 * What is copied for one command, which removes it again, is mounted while that command runs: no layer keeps what is not in the image.
 *
 *     COPY src /tmp/src
 *     RUN cd /tmp/src && make install && rm -rf /tmp/src
 *
 *     RUN --mount=type=bind,source=src,target=/tmp/src,rw cd /tmp/src && make install
 *
 * What the command writes there is thrown away, as it was removed before. Only for BuildKit, which takes the folder away that it mounts on. Refuses
 *
 * - places where it is not certain that there is nothing else (see `ir/known-place.ts`), and whose parent is not certain to be there;
 * - files of stages and images, which a COPY gives to root; patterns, several sources, flags, and a target of which the last part is not said: `/tmp/`;
 * - commands that move or remove by themselves (`mv`, `rm`, `rmdir`), since nobody can move or remove what is mounted, make hard links or look at file systems (`ln`, `cp -l`, `find -xdev`);
 * - scripts of several lines, `verbatim`, and a layer of its own.
 */

import { copiedPlace } from '../ir/copied-place.js';
import { hasFeature } from '../ir/features.js';
import { normalPath } from '../ir/folder.js';
import type { Copy, Instruction, Run } from '../ir/instruction.js';
import { instructionsBelow } from '../ir/instructions-below.js';
import { isOnePath } from '../ir/is-one-path.js';
import { joinNeighbours } from '../ir/join-neighbours.js';
import { isParentThere, knownPlace } from '../ir/known-place.js';
import { mergeBase } from '../ir/merge-base.js';
import { mapStages, targetOf } from '../ir/program.js';
import { singleLine } from '../ir/single-line.js';
import { isBourne, shellAfter, stageShell } from '../ir/stage-shell.js';
import type { Pass } from './pass.js';

export const mountUsedOnce: Pass = {
  name: 'mount-used-once',
  summary: 'what one command needs and removes again is mounted while it runs',
  why: 'A layer would keep the files, and hide them in the next: they would be pushed, pulled and stored with the image.',
  policies: ['cache', 'fewest'],
  apply: (program) => {
    const target = targetOf(program);
    if (target.builder !== 'buildkit' || !hasFeature(target, 'mount')) return program;
    return mapStages(program, (instructions, stage) => {
      const below = instructionsBelow(instructions, program);
      const shell = stageShell(program, stage);
      return joinNeighbours(instructions, (copy, run, before) => {
        if (copy.kind !== 'copy' || run.kind !== 'run' || !isBourne(before.reduce(shellAfter, shell))) return undefined;
        return mounted(copy, run, [...below, ...before]);
      });
    });
  },
};

function mounted(copy: Copy, run: Run, before: readonly Instruction[]): Run | undefined {
  const [source] = copy.sources;
  const place = isPlain(copy) ? copiedPlace(copy, before) : undefined;
  const line = place === undefined || run.layer === 'own' ? undefined : lineWithoutRemoval(run, place);
  if (place === undefined || line === undefined || source === undefined || !isOnePath(source)) return undefined;
  if (knownPlace(place, before) !== 'nothing' || !isParentThere(place, before) || JSON.stringify(run.mounts).includes(place)) return undefined;
  const script: Run['script'] = {
    form: 'commands',
    commands: [{ line, arguments: [], isolated: run.script.form === 'commands' && run.script.commands[0]!.isolated }],
  };
  return { ...run, ...mergeBase(copy, run), script, mounts: [...run.mounts, { type: 'bind', source, target: place, readWrite: true }] };
}

/** A single file or folder, to a place that is named in full; of the context, it belongs to root in either form. */
function isPlain({ sources, to, from, chown, chmod, link, parents, layer, exclude }: Copy): boolean {
  const flags = [from, chown, chmod, link, parents].filter((flag) => flag !== undefined);
  return (
    sources.length === 1 && flags.length === 0 && exclude.length === 0 && layer !== 'own' && typeof to === 'string' && !/(?:^|\/)\.{0,2}$/.test(to)
  );
}

/** What would not do the same on another file system, or with what is mounted. */
const ASKS_FOR_MORE = /#|\b(?:rm|rmdir|mv|ln|link|unlink|xdev|mount|umount|one-file-system)\b|\bcp\b[^&|;]* -(?:-link|\w*[lx])/;

/** The removal comes last. Behind `&&` it only runs where all before it has gone well, and the rest ends the same without it. */
function lineWithoutRemoval(run: Run, place: string): string | undefined {
  const [, rest, path] = /^(.*\S) *&& *rm (?:-r|-f|-rf|-fr) (\/[\w./-]+)$/.exec(singleLine(run) ?? '') ?? [];
  if (rest === undefined || path === undefined || normalPath(path) !== place || ASKS_FOR_MORE.test(rest)) return undefined;
  return ['"', "'", '`'].every((quote) => rest.split(quote).length % 2 === 1) ? rest : undefined;
}
