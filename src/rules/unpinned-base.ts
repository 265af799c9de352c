/** A base image without a version: no tag and no digest, or the tag `latest`. A reference with a build argument is the builder's own choice. */

import type { From } from '../ir/instruction.js';
import { literalValue } from '../text.js';
import { rule, type Finding } from './rule.js';

export const unpinnedBase = rule({
  name: 'unpinned-base',
  severity: 'warning',
  summary: 'a base image names a version',
  why: 'The tag `latest`, which is also what no tag means, moves: the same image.ts gives another image, or none, when the base has its next release.',
  bad: { base: 'debian', cmd: ['cat', '/etc/os-release'] },
  good: { base: 'debian:bookworm-slim', cmd: ['cat', '/etc/os-release'] },
  check: ({ stages }) => stages.flatMap(({ instructions: [from] }) => (from?.kind === 'from' ? checkFrom(from) : [])),
});

function checkFrom({ image, origins }: From): readonly Finding[] {
  const reference = image && literalValue(image);
  if (reference === undefined || reference === 'scratch' || reference.includes('@')) return [];
  const [, name, tag] = /^(.*?)(?::([^:/]*))?$/.exec(reference)!;
  if (tag !== undefined && tag !== 'latest') return [];
  const fault = tag === undefined ? 'names no version' : 'names a version that moves';
  return [{ origin: origins[0]!, message: `"${reference}" ${fault}`, hint: `write '${name}:TAG' with the tag of a release, or '${name}@sha256:…'` }];
}
