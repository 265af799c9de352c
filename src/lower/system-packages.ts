/**
 * Packages of the distribution: the author's requests, and what other fields need (a python for pip, the tool that creates accounts).
 *
 *     apt: ['git', 'curl=8.*']
 *
 *     RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends 'curl=8.*' git
 *
 * Refuses a manager that the base does not have, and what could be something else to the manager or the shell than the name of a package.
 */

import type { BaseFacts } from '../bases/index.js';
import type { Install } from '../ir/instruction.js';
import { mergeOrigins, type Located } from '../origin.js';
import type { SystemManagerName, SystemPackagesSpec } from '../spec/spec.js';
import { checkPackages } from './check-packages.js';
import type { StageContext } from './context.js';
import { managers } from './packages/index.js';

export function lowerSystemPackages(context: StageContext, needed: readonly Located<string>[]): readonly Install[] {
  const { stage, base } = context;
  const manager = base.facts?.manager;
  const asked = stage.system.some((request) => request.manager === manager);
  const own = needed.length > 0 && manager && !asked ? [neededRequest(manager, needed)] : [];
  return [...own, ...stage.system].flatMap((request) =>
    lowerRequest(context, asked && request.manager === manager ? withNeeded(request, needed) : request),
  );
}

function neededRequest(manager: SystemManagerName, needed: readonly Located<string>[]): SystemPackagesSpec {
  return { manager, packages: needed, build: [], recommends: false, origin: needed[0]!.origin };
}

/** What is asked for anyway, in whatever version, is not asked for again. */
function withNeeded(request: SystemPackagesSpec, needed: readonly Located<string>[]): SystemPackagesSpec {
  const { parse } = managers[request.manager];
  const names = request.packages.map(({ value }) => parse(value)?.name);
  return { ...request, packages: [...request.packages, ...needed.filter(({ value }) => !names.includes(value))] };
}

function lowerRequest({ base, report }: StageContext, request: SystemPackagesSpec): readonly Install[] {
  const facts = base.requireFacts(request.manager);
  const packages = checkPackages(request.packages, { ...managers[request.manager], tool: request.manager }, report);
  if (!facts || !isFitting(request, { facts, image: base.image }, report) || packages.length === 0) return [];
  return [
    {
      kind: 'install',
      origins: mergeOrigins([request.origin]),
      comment: 'System packages',
      manager: request.manager,
      ...managers[request.manager].commands(facts, request.recommends),
      packages,
      options: [],
      mounts: [],
      reads: [],
      sortable: true,
      mergeable: true,
    },
  ];
}

function isFitting(
  { manager, origin }: SystemPackagesSpec,
  { facts, image }: { readonly facts: BaseFacts; readonly image: string },
  report: StageContext['report'],
): boolean {
  if (facts.manager === manager) return true;
  if (facts.manager === undefined) {
    report.error('no-package-manager', origin, {
      message: `"${image}" has no package manager`,
      hint: "install in another stage, and copy what is needed: copy: [{ stage: 'build', from: '/opt/tool', to: '/opt/tool' }]",
    });
    return false;
  }
  report.error('wrong-manager', origin, {
    message: `"${image}" is ${facts.title}, whose package manager is ${facts.manager}`,
    hint: `write ${facts.manager}: [...] instead`,
  });
  return false;
}
