/** buildChecks(): what `docker build --check` finds in Dockerfiles of one build context, all asked for at once. */

import { spawnSync } from 'node:child_process';

export interface BuildCheckFinding {
  /** `JSONArgsRecommended`. */
  readonly check: string;
  /** Of the instruction, from 1; the last is included. */
  readonly lines: readonly [number, number];
  readonly detail: string;
}

interface Answer {
  readonly target: Readonly<
    Record<string, { readonly check?: { readonly warnings?: readonly Warning[]; readonly buildError?: { readonly message: string } } }>
  >;
}

interface Warning {
  readonly ruleName: string;
  readonly detail: string;
  readonly location: { readonly ranges: readonly { readonly start: { readonly line: number }; readonly end: { readonly line: number } }[] };
}

/** More at once, and the engine gives up on some. */
const AT_ONCE = 50;

/** By the name of the Dockerfile; undefined for one that the engine cannot read at all. */
export function buildChecks(folder: string, dockerfiles: readonly string[]): ReadonlyMap<string, readonly BuildCheckFinding[] | undefined> {
  const starts = Array.from({ length: Math.ceil(dockerfiles.length / AT_ONCE) }, (_, index) => index * AT_ONCE);
  return new Map(starts.flatMap((start) => checkSome(folder, dockerfiles.slice(start, start + AT_ONCE))));
}

function checkSome(folder: string, dockerfiles: readonly string[]): readonly (readonly [string, readonly BuildCheckFinding[] | undefined])[] {
  const args = { BUILDKIT_DOCKERFILE_CHECK: 'experimental=CopyIgnoredFile' };
  const target = Object.fromEntries(dockerfiles.map((dockerfile, index) => [`t${index}`, { context: '.', dockerfile, args }]));
  const { stdout, stderr } = spawnSync('docker', ['buildx', 'bake', '--call', 'check,format=json', '--file', '-', ...Object.keys(target)], {
    cwd: folder,
    input: JSON.stringify({ target }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const answer = JSON.parse(stdout) as Answer;
  return dockerfiles.map((dockerfile, index) => [dockerfile, findingsOf(answer.target[`t${index}`])]);
}

function findingsOf(answer: Answer['target'][string] | undefined): readonly BuildCheckFinding[] | undefined {
  if (answer?.check === undefined || answer.check.buildError !== undefined) return undefined;
  return (answer.check.warnings ?? []).map(({ ruleName, detail, location: { ranges } }) => ({
    check: ruleName,
    lines: [ranges[0]?.start.line ?? 0, ranges.at(-1)?.end.line ?? 0],
    detail,
  }));
}
