/**
 * Who owns what is copied is said by COPY: a RUN behind it would store all files once more.
 *
 *     COPY src /opt/tides/
 *     RUN chown -R app:app /opt/tides
 *
 *     COPY --chown=app:app src /opt/tides/
 *
 * Where a WORKDIR has made the folder, that alone is left to be given: `RUN chown app:app /opt/tides`. A command that names no group leaves root's. Only for BuildKit, which gives
 * the folders that it makes to the same owner. Files with a setuid bit would keep it, which `chown` takes from them: git keeps no such bits. Refuses
 *
 * - folders of which it is not certain that all in them was just copied (see `ir/known-place.ts`): a command of the author's, or a base that is not known, may have put something there;
 * - what comes from a stage or an image, `--link` and `--parents`, and an owner that COPY names itself where the command leaves its group;
 * - commands with more in them, other options (`chown -R app:`, of the group that the account has), mounts, `verbatim`, and a layer of its own;
 * - `chmod`: one mode for folders and files is seldom what is wanted, letters need a newer frontend, and of a single path nobody knows here whether it is a folder.
 */

import { copiedPlace } from '../ir/copied-place.js';
import { normalPath } from '../ir/folder.js';
import type { Copy, File, Instruction, Run } from '../ir/instruction.js';
import { instructionsBelow } from '../ir/instructions-below.js';
import { isParentThere, knownPlace } from '../ir/known-place.js';
import { mapStages, targetOf } from '../ir/program.js';
import { singleLine } from '../ir/single-line.js';
import { isBourne, shellAfter, stageShell, type ShellArgv } from '../ir/stage-shell.js';
import { mergeOrigins } from '../origin.js';
import type { Pass } from './pass.js';

export const chownInCopies: Pass = {
  name: 'chown-in-copies',
  summary: 'who owns what is copied is said by COPY',
  why: 'A RUN that gives files to another owner stores all of them once more.',
  policies: ['cache', 'fewest'],
  apply: (program) => {
    if (targetOf(program).builder !== 'buildkit') return program;
    return mapStages(program, (instructions, stage) => {
      const around = { below: instructionsBelow(instructions, program), shell: stageShell(program, stage) };
      return instructions.reduce((given, each) => giveBefore(each, given, around), instructions);
    });
  },
};

interface Around {
  readonly below: readonly Instruction[];
  readonly shell: ShellArgv | undefined;
}

interface Gift {
  readonly owner: string;
  readonly place: string;
  /** Whether it has a group. */
  readonly isWhole: boolean;
}

function giveBefore(run: Instruction, instructions: readonly Instruction[], { below, shell }: Around): readonly Instruction[] {
  const index = instructions.indexOf(run);
  const gift = run.kind === 'run' && isBourne(instructions.slice(0, index).reduce(shellAfter, shell)) ? giftOf(run) : undefined;
  if (run.kind !== 'run' || gift === undefined) return instructions;
  const before = instructions.slice(0, index);
  const isGiven = givenBy(gift, before);
  const others = [...below, ...before.filter((_, position) => !isGiven(position))];
  const found = knownPlace(gift.place, others);
  if (others.length === below.length + before.length || found === undefined || !isParentThere(gift.place, others)) return instructions;
  const origins = (own: Instruction) => mergeOrigins(own.origins, found === 'nothing' ? run.origins : []);
  const given = before.map((each, position): Instruction =>
    isGiven(position) ? { ...(each as Copy | File), origins: origins(each), chown: gift.isWhole ? gift.owner : `${gift.owner}:0` } : each,
  );
  return [...given, ...(found === 'nothing' ? [] : [giveFolder(run, gift)]), ...instructions.slice(index + 1)];
}

/** `chown -R OWNER PATH` and nothing else. */
function giftOf(run: Run): Gift | undefined {
  const [, owner, group = '', path] =
    /^chown (?:-R|--recursive) (\d+|[a-z_][a-z0-9_-]*)(:(?:\d+|[a-z_][a-z0-9_-]*))? (\/[\w./-]+)$/.exec(singleLine(run) ?? '') ?? [];
  if (owner === undefined || path === undefined || run.mounts.length > 0 || run.layer === 'own') return undefined;
  return { owner: `${owner}${group}`, place: normalPath(path), isWhole: group !== '' };
}

/** Which of the instructions before, back to the last command, put all that they copy into the place: by position. */
function givenBy({ place, isWhole }: Gift, before: readonly Instruction[]): (position: number) => boolean {
  const mayGive = (position: number) => {
    const each = before[position]!;
    if (each.kind !== 'file' && (each.kind !== 'copy' || !isPlain(each))) return false;
    const target = copiedPlace(each, before.slice(0, position));
    return `${target}/`.startsWith(`${place}/`) && (isWhole || each.chown === undefined);
  };
  // An account that a command makes is not there before it.
  const last = before.findLastIndex(({ kind }) => kind === 'run' || kind === 'install' || kind === 'raw');
  return (position) => position > last && mayGive(position);
}

function isPlain({ from, link, parents, layer }: Copy): boolean {
  return from === undefined && link !== true && parents !== true && layer !== 'own';
}

function giveFolder(run: Run, { owner, place }: Gift): Run {
  return { ...run, generated: true, script: { form: 'commands', commands: [{ line: `chown ${owner} ${place}`, arguments: [], isolated: false }] } };
}
