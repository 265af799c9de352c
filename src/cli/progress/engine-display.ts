/**
 * engineDisplay(): whether what stands after `--` says how the engine is to show the build: then it does that itself, and what it prints is passed on as it is.
 *
 *     -- --progress=plain      its lines, which are read beside: `plain`
 *     -- --progress=tty        a terminal's, which only a terminal gets: `unread`
 *     -- --quiet, --check      no build, or none that tells of itself
 */

export type EngineDisplay = 'plain' | 'rawjson' | 'unread';

const OTHERWISE = /^(?:-q|--quiet|--check|--call|--print|--metrics)(?:=|$)/;

export function engineDisplay(extra: readonly string[]): EngineDisplay | undefined {
  if (extra.some((word) => OTHERWISE.test(word))) return 'unread';
  const asked = extra.flatMap(
    (word, index) => (word === '--progress' ? [extra[index + 1] ?? ''] : /^--progress=(.*)$/.exec(word)?.slice(1, 2)) ?? [],
  );
  const last = asked.at(-1);
  if (last === undefined) return undefined;
  return last === 'plain' || last === 'rawjson' ? last : 'unread';
}
