/**
 * What a measurement leaves in the builder's cache, which nobody will ever ask for, is removed: gigabytes of it would push out what somebody does ask for.
 *
 * A record is ours when it is new and is a cache mount of our scope, or has a step that we built, or stands on one that is ours. With a buildx that does not tell
 * its records in JSON nothing is removed: the engine does it in its own time.
 */

import { spawnSync } from 'node:child_process';

export function readRecords() {
  const { status, stdout } = spawnSync('docker', ['buildx', 'du', '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return status === 0
    ? stdout
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
}

/** @param known records from before; @param steps what the builds called their steps */
export function dropRecords(known, scope, steps) {
  const old = new Set(known.map(({ ID }) => ID));
  const fresh = readRecords().filter(({ ID }) => !old.has(ID));
  const commands = steps.map(withoutBlanks);
  const isOurs = ({ Description }) =>
    Description.includes(scope) || commands.some((command) => command.endsWith(withoutBlanks(commandOf(Description))));
  const ours = new Set(fresh.filter(isOurs).map(({ ID }) => ID));
  for (let size = 0; size !== ours.size;) {
    size = ours.size;
    for (const { ID, Parents } of fresh) if (Parents?.some((parent) => ours.has(parent))) ours.add(ID);
  }
  // Without --all, not what is part of an image, too, as a stage that it was copied from seems to be.
  if (ours.size > 0) spawnSync('docker', ['buildx', 'prune', '--force', '--all', '--filter', `id=^(${[...ours].join('|')})$`], { stdio: 'ignore' });
}

/** A step's record says `mount / from exec /bin/sh -c COMMAND`. */
function commandOf(description) {
  return /^mount \/ from exec \/bin\/sh -c (.+)$/s.exec(description)?.[1] ?? description;
}

function withoutBlanks(text) {
  return text.replaceAll(/\s/g, '');
}
