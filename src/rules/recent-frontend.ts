/**
 * What an older builder does not know: `COPY --exclude` on Docker 28.4 ends with "unknown flag". Each Docker Engine brings a Dockerfile frontend of its own, and
 * without `dockerfile: { frontend }` none is fetched with `# syntax=`, which costs a pull and fails without a network.
 *
 * Goes by the table of features. Says nothing about what OLDEST_FRONTEND has already, and nothing where the definition names what builds it: then what that does
 * not have is the error `beyond-target`.
 */

import { builderWith } from '../ir/builder-with.js';
import { features, hasFeature } from '../ir/features.js';
import type { Instruction } from '../ir/instruction.js';
import { allInstructions, targetOf } from '../ir/program.js';
import { usedFeatures } from '../ir/used-features.js';
import type { Target } from '../target.js';
import { rule, type Finding } from './rule.js';

export const recentFrontend = rule({
  name: 'recent-frontend',
  severity: 'warning',
  summary: 'an image needs no builder that is newer than Docker 27',
  why: 'A builder that does not know a flag refuses the whole Dockerfile: who has an older Docker cannot build the image.',
  bad: { base: 'debian:bookworm-slim', copy: [{ from: 'docs/*.md', to: '/app/', parents: true }] },
  good: { base: 'debian:bookworm-slim', copy: [{ from: 'docs/*.md', to: '/app/docs/' }] },
  check: (program) => {
    const target = targetOf(program);
    if (target.builder !== 'buildkit' || target.syntax !== undefined) return [];
    return allInstructions(program).flatMap((instruction) => checkInstruction(instruction, target));
  },
});

function checkInstruction(instruction: Instruction, target: Target): readonly Finding[] {
  const lacking = usedFeatures(instruction).filter(({ feature }) => !hasFeature(target, feature));
  return lacking.map(({ feature, name, instead }) => {
    const { need, setting, engine } = builderWith(target, feature);
    const newer = engine === undefined ? '' : `build with Docker ${engine} or newer, `;
    return {
      origin: instruction.origins[0]!,
      message: `${name ?? features[feature].name} needs ${need}`,
      hint: `${newer}write dockerfile: ${setting}, or ${instead}`,
    };
  });
}
