/**
 * A `run` that installs with apt from package lists that it did not fetch: `apt-get install -y git` without `apt-get update` in the same run. Packages given as
 * files (`./tool.deb`) need no lists; a run that mounts a folder of lists has them.
 */

import { shownText } from '../text.js';
import type { Instruction, Run } from '../ir/instruction.js';
import { rule, type Finding } from './rule.js';

const APT = String.raw`\bapt(?:-get)?(?:\s+-\S+)*\s+`;
const INSTALL = new RegExp(`${APT}install\\b([^;&|\\n]*)`, 'g');
const UPDATE = new RegExp(`${APT}update\\b`);

export const installWithoutUpdate = rule({
  name: 'install-without-update',
  severity: 'warning',
  summary: 'a run that installs with apt fetches the package lists as well',
  why: 'Base images have no package lists, and none stay in a layer of ours. Lists of an earlier run are as old as that layer, which the cache may keep for months: what they name may be gone from the archive.',
  bad: { base: 'debian:bookworm-slim', run: ['apt-get install -y git'] },
  good: { base: 'debian:bookworm-slim', apt: ['git'] },
  check: ({ stages }) => stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind !== 'run' || instruction.mounts.some((mount) => 'target' in mount && shownText(mount.target ?? '').startsWith('/var/lib/apt')))
    return [];
  const text = textOf(instruction);
  const install = UPDATE.test(text) ? undefined : [...text.matchAll(INSTALL)].find(([, words]) => needsLists(words!));
  if (install === undefined) return [];
  return [
    {
      origin: instruction.origins[0]!,
      message: `"${install[0].trim()}" has no package lists: the run does not fetch them`,
      hint: 'name the packages in apt, or write "apt-get update && apt-get install …"',
    },
  ];
}

function textOf({ script }: Run): string {
  if (script.form === 'script') return script.text;
  if (script.form === 'exec') return script.argv.join(' ');
  return script.commands.map(({ line, arguments: words }) => [line, ...words].join(' ')).join('\n');
}

function needsLists(words: string): boolean {
  const packages = words.split(/[\s\\]+/).filter((word) => word !== '' && !word.startsWith('-'));
  return packages.some((word) => !/^['"]?\.{0,2}\//.test(word));
}
