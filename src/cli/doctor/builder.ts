/**
 * checkBuilderOf(): Docker's builder: its driver and version, the frontend that it has against what the Dockerfiles need, the platforms that it can run against
 * those that the images are for. Says nothing where it does not answer: that is told of the engine.
 */

import { ask } from '../../engine/ask.js';
import { builderFacts, type BuilderFacts } from '../../engine/builder-facts.js';
import { engines } from '../../engine/index.js';
import { engineOf, features, frontendOf, hasFeature, type Feature } from '../../ir/features.js';
import { allInstructions, targetOf, type Program } from '../../ir/program.js';
import { usedFeatures } from '../../ir/used-features.js';
import { isAtLeast } from '../../ir/version.js';
import type { Project } from '../project.js';
import type { Check } from './check.js';

export async function checkBuilderOf(program: string, project: Project | undefined): Promise<readonly Check[]> {
  const [facts, version] = await Promise.all([builderFacts(program, undefined), ask(program, engines.docker.versionArguments)]);
  if (facts === undefined || facts.driver === '') return [];
  const frontend = frontendIn(facts, /server (\d+(?:\.\d+)*)/.exec(version.stdout)?.[1]);
  const known = [
    `driver ${facts.driver}`,
    ...(facts.buildKit === undefined ? [] : [`BuildKit ${facts.buildKit}`]),
    ...(frontend === undefined ? [] : [`frontend ${frontend}`]),
  ];
  const programs = (project?.images ?? []).map(({ compiled }) => compiled.program);
  return [
    { subject: `builder ${facts.name}`, message: known.join(', ') },
    ...(frontend === undefined ? [] : unique(programs.flatMap((each) => checkFrontend(each, frontend)))),
    ...checkPlatforms(project, facts),
  ];
}

/** The engine's own builder has the frontend of the engine; any other that of its BuildKit, whose version is six behind: 0.26 has 1.20. */
export function frontendIn({ driver, buildKit }: BuilderFacts, engine: string | undefined): string | undefined {
  if (driver === 'docker') return engine === undefined ? undefined : frontendOf(engine);
  const minor = Number(buildKit?.split('.')[1]);
  return minor >= 10 ? `1.${minor - 6}` : undefined;
}

/** Only what the engine's own frontend reads: `# syntax=` fetches another. */
export function checkFrontend(program: Program, frontend: string): readonly Check[] {
  const target = targetOf(program);
  if (target.builder !== 'buildkit' || target.syntax !== undefined) return [];
  const subject = 'frontend';
  if (target.version !== undefined && !isAtLeast(frontend, target.version)) {
    const message = `the builder has ${frontend}, and the Dockerfile is for ${target.version} or newer`;
    return [
      {
        subject,
        message,
        hint: `update Docker to ${engineOf(target.version)} or newer, or write dockerfile: { frontend: '${target.version}' }, which fetches it`,
      },
    ];
  }
  const lacking = allInstructions(program)
    .flatMap(usedFeatures)
    .filter(({ feature }) => !hasFeature({ builder: 'buildkit', version: frontend }, feature));
  return lacking.map(({ feature, name, instead }) => {
    const { name: own, frontend: since }: Feature = features[feature];
    const newer = since === undefined ? '' : `update Docker to ${engineOf(since)} or newer, write dockerfile: { frontend: '${since}' }, or `;
    return { subject, message: `the builder has ${frontend}, which does not know ${name ?? own}`, hint: newer + instead };
  });
}

export function checkPlatforms(project: Project | undefined, { platforms }: Pick<BuilderFacts, 'platforms'>): readonly Check[] {
  const wanted = [...new Set((project?.images ?? []).flatMap(({ compiled }) => compiled.spec.platforms.map(({ value }) => value)))];
  return wanted.map((platform) => {
    const subject = `platform ${platform}`;
    // `linux/arm64/v8` is what `linux/arm64` is.
    if (platforms.some((each) => each === platform || platform.startsWith(`${each}/`))) return { subject, message: 'the builder runs it' };
    const architecture = platform.split('/')[1];
    return {
      subject,
      message: 'the builder cannot run commands of it',
      hint: `emulate it: docker run --privileged --rm tonistiigi/binfmt --install ${architecture}; or add a builder of a machine that has it: docker buildx create --append`,
    };
  });
}

function unique(checks: readonly Check[]): readonly Check[] {
  return [...new Map(checks.map((check) => [check.message, check])).values()];
}
