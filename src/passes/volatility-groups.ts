/**
 * What is chosen once for a project (languages, compilers) is installed before what comes and goes, in a layer of its own, where the cost model says that it pays: one more
 * small package then installs no compiler again.
 *
 *     RUN apt-get update && apt-get install -y jq r-base-core tidy
 *
 *     RUN apt-get update && apt-get install -y r-base-core
 *     RUN apt-get update && apt-get install -y jq tidy
 *
 * It pays where what lasts takes much longer than to look for packages twice, which every first build has to. Two groups, never more. What depends on "this or that" may be given
 * another choice when it is installed by itself, as by hand. The order in which apt notes what came along is another, and dpkg's copy of its state before the last installation.
 *
 * Refuses what saves less than a fifth of a second a commit, requests with options, files or mounts of their own, with versions, those that may not be merged or whose order has a
 * meaning, and other managers: those of languages have a manifest, and the rest is fast.
 */

import { isLasting } from '../ir/cost-model.js';
import { expectedCost, inSeconds } from '../ir/expected-cost.js';
import type { Install, Instruction } from '../ir/instruction.js';
import { isPlainRequest } from '../ir/is-plain-request.js';
import { allInstructions, mapStages, type Program } from '../ir/program.js';
import type { Pass } from './pass.js';

export const volatilityGroups: Pass = {
  name: 'volatility-groups',
  summary: 'languages and compilers are installed before packages that come and go',
  why: 'They take long and hardly ever change. One more small package then installs none of them again.',
  policies: ['cache'],
  apply: (program) => allInstructions(program).reduce(splitWhereItPays, program),
};

function splitWhereItPays(program: Program, instruction: Instruction): Program {
  const groups =
    instruction.kind === 'install' && SLOW_MANAGERS.includes(instruction.manager) && isPlainRequest(instruction) ? groupsOf(instruction) : undefined;
  if (groups === undefined) return program;
  const split = mapStages(program, (instructions) =>
    instructions.includes(instruction)
      ? instructions.flatMap((each): readonly Instruction[] => (each === instruction ? groups : [each]))
      : instructions,
  );
  return inSeconds(expectedCost(program)) - inSeconds(expectedCost(split)) > LEAST_GAIN ? split : program;
}

/** Seconds a commit, for which one more command is worth reading. */
const LEAST_GAIN = 0.2;

/** Those that take their time: apk and pacman install faster than one reads. */
const SLOW_MANAGERS = ['apt', 'dnf', 'zypper'];

/** Undefined where all belong to one. */
function groupsOf(install: Install): readonly Install[] | undefined {
  const lasting = install.packages.filter(({ value }) => isLasting(value));
  const changing = install.packages.filter(({ value }) => !isLasting(value));
  if (lasting.length === 0 || changing.length === 0) return undefined;
  return [
    { ...install, group: 'lasting', packages: lasting, ...(install.comment === undefined ? {} : { comment: `${install.comment} that last` }) },
    { ...install, group: 'changing', packages: changing },
  ];
}
