/**
 * What the builder that the definition names does not have, in whichever form, and which version does.
 *
 * Goes by the table of features, after the passes: what can be said otherwise has been.
 */

import { builderWith } from '../ir/builder-with.js';
import { features, hasFeature } from '../ir/features.js';
import type { Instruction } from '../ir/instruction.js';
import { allInstructions, targetOf } from '../ir/program.js';
import { usedFeatures } from '../ir/used-features.js';
import type { Target } from '../target.js';
import { rule, type Finding } from './rule.js';

export const beyondTarget = rule({
  name: 'beyond-target',
  severity: 'error',
  summary: 'the builder that the definition names has all that the Dockerfile needs',
  why: 'It would refuse the Dockerfile, or, as the legacy builder does with COPY --exclude, build something else without a word.',
  bad: { base: 'debian:bookworm-slim', copy: [{ from: '.', to: '/app/', exclude: ['*.tmp'] }], dockerfile: { for: 'legacy' } },
  good: { base: 'debian:bookworm-slim', copy: [{ from: '.', to: '/app/', exclude: ['*.tmp'] }], dockerfile: { for: 'buildah 1.38' } },
  check: (program) => {
    const target = targetOf(program);
    if (target.builder === 'buildkit' && target.syntax === undefined) return [];
    return allInstructions(program).flatMap((instruction) => checkInstruction(instruction, target));
  },
});

function checkInstruction(instruction: Instruction, target: Target): readonly Finding[] {
  const lacking = usedFeatures(instruction).filter(({ feature }) => !hasFeature(target, feature));
  return lacking.map(({ feature, name, instead }) => {
    const { need, setting } = builderWith(target, feature);
    return {
      origin: instruction.origins[0]!,
      message: `${name ?? features[feature].name} needs ${need}, and the Dockerfile is for ${shownTarget(target)}`,
      hint: `write dockerfile: ${setting} where that builds it, or ${instead}`,
    };
  });
}

function shownTarget({ builder, version, syntax }: Target): string {
  if (builder === 'buildah') return `Buildah ${version}`;
  return builder === 'legacy' ? 'the legacy builder' : `version ${syntax}`;
}
