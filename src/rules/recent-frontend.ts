/**
 * A flag that older builders do not know: `COPY --parents` on Docker 28 ends with "unknown flag". Each Docker Engine brings a Dockerfile frontend of its own, and
 * ours is never fetched with `# syntax=`, which costs a pull and fails without a network.
 *
 * Goes by the first frontend that had the flag without its `-labs` variant, and by the first engine with that frontend. Says nothing about what Docker 27 has
 * already: heredocs (1.4), `HEALTHCHECK --start-interval` (1.6), secrets as variables (1.10).
 */

import type { Copy, Instruction, Run } from '../ir/instruction.js';
import { rule, type Finding } from './rule.js';

interface Feature {
  readonly flag: string;
  readonly frontend: string;
  readonly engine: string;
  /** What to write instead, behind "build with Docker …, or". */
  readonly instead: string;
}

const EXCLUDE = { flag: 'COPY --exclude', frontend: '1.19', engine: '28.5' } as const;
const SECURITY = { flag: 'RUN --security', frontend: '1.20', engine: '29.1' } as const;

export const recentFrontend = rule({
  name: 'recent-frontend',
  severity: 'warning',
  summary: 'an image needs no builder that is newer than Docker 27',
  why: 'A builder that does not know a flag refuses the whole Dockerfile: who has an older Docker cannot build the image.',
  bad: { base: 'debian:bookworm-slim', copy: [{ from: 'docs/manual', to: '/app/', parents: true }] },
  good: { base: 'debian:bookworm-slim', copy: [{ from: 'docs/manual', to: '/app/docs/manual' }] },
  check: ({ stages }) => stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  return featuresOf(instruction).map(({ flag, frontend, engine, instead }) => ({
    origin: instruction.origins[0]!,
    message: `${flag} needs version ${frontend} of the Dockerfile frontend, which Docker has since ${engine}`,
    hint: `build with Docker ${engine} or newer, or ${instead}`,
  }));
}

function featuresOf(instruction: Instruction): readonly Feature[] {
  if (instruction.kind === 'copy') return copyFeatures(instruction);
  return instruction.kind === 'run' ? runFeatures(instruction) : [];
}

function copyFeatures({ from, parents, exclude }: Copy): readonly Feature[] {
  const parentsFlag = {
    flag: 'COPY --parents',
    frontend: '1.20',
    engine: '29.1',
    instead: "name the target of each folder: { from: 'a/b', to: '/app/a/b' }",
  };
  const otherwise = from === undefined ? 'leave the files out of the build context with ignore' : 'remove the files in the stage that they come from';
  return [...(parents === true ? [parentsFlag] : []), ...(exclude.length > 0 ? [{ ...EXCLUDE, instead: otherwise }] : [])];
}

function runFeatures({ security }: Run): readonly Feature[] {
  if (security === undefined) return [];
  const instead = security === 'sandbox' ? 'leave security out: "sandbox" is the default' : 'do without the privilege';
  return [{ ...SECURITY, instead }];
}
