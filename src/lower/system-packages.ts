/**
 * Packages of the distribution: the author's requests, and what other fields need (a python for pip, the tool that creates accounts).
 *
 *     apt: ['git', 'curl=8.*']
 *
 *     RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends 'curl=8.*' git
 *
 * Repositories stand before the installation. A Debian or Ubuntu that knows no certificates gets them first, from its own archive, where a repository is
 * reached by https: with that repository among its sources it could not.
 *
 * Refuses a manager that the base does not have, and what could be something else to the manager or the shell than the name of a package.
 */

import type { BaseFacts } from '../bases/index.js';
import type { Install, Instruction } from '../ir/instruction.js';
import type { Mount } from '../mount.js';
import { mergeOrigins, type Located } from '../origin.js';
import type { RepositorySpec, SystemManagerName, SystemPackagesSpec } from '../spec/spec.js';
import { checkPackages } from './check-packages.js';
import type { StageContext } from './context.js';
import { debPackages, debsMount } from './debs.js';
import { generatedRun } from './generated-run.js';
import { managers } from './packages/index.js';
import type { SystemManager } from './packages/package-manager.js';
import { ppaRepositories } from './ppas.js';
import { lowerRepositories, nameRepositories } from './repositories.js';

export function lowerSystemPackages(context: StageContext, needed: readonly Located<string>[]): readonly Instruction[] {
  const { stage, base } = context;
  const manager = base.facts?.manager;
  const asked = stage.system.some((request) => request.manager === manager);
  const own = needed.length > 0 && manager && !asked ? [neededRequest(manager, needed)] : [];
  return [...own, ...stage.system].flatMap((request) =>
    lowerRequest(context, asked && request.manager === manager ? withNeeded(request, needed) : request),
  );
}

function neededRequest(manager: SystemManagerName, needed: readonly Located<string>[]): SystemPackagesSpec {
  const lists = { build: [], repositories: [], ppas: [], debs: [], modules: [] };
  return { manager, packages: needed, recommends: false, ...lists, origin: needed[0]!.origin };
}

/** What is asked for anyway, in whatever version, is not asked for again. */
function withNeeded(request: SystemPackagesSpec, needed: readonly Located<string>[]): SystemPackagesSpec {
  const { parse } = managers[request.manager];
  const names = request.packages.map(({ value }) => parse(value)?.name);
  return { ...request, packages: [...request.packages, ...needed.filter(({ value }) => !names.includes(value))] };
}

function lowerRequest(context: StageContext, request: SystemPackagesSpec): readonly Instruction[] {
  const { base, report } = context;
  const manager: SystemManager = managers[request.manager];
  const facts = base.requireFacts(request.manager);
  const packages = checkPackages(request.packages, { ...manager, tool: request.manager }, report);
  if (!facts || !isFitting(request, { facts, image: base.image }, report)) return [];
  manager.check?.(request, facts, report);
  reportUnused(request, report);
  const repositories = nameRepositories([...request.repositories, ...ppaRepositories(request, facts, context)], manager, report);
  const trust = manager.trust?.(repositories) ?? [];
  const certificates = request.manager === 'apt' ? certificatesFor(repositories) : [];
  const install = installer(request, facts);
  const hasRepositories = repositories.length > 0;
  const all = [...packages, ...debPackages(request)];
  return [
    ...(certificates.length === 0 ? [] : [install(certificates, { comment: 'Certificates, to reach repositories by https' })]),
    ...lowerRepositories(repositories, manager),
    // Nothing is installed from them here; a run may do so.
    ...(all.length === 0
      ? generatedRun([request.origin], trust)
      : [install(all, { comment: 'System packages', trust, mounts: debMounts(request, context), hasRepositories })]),
  ];
}

/** Where packages come from is said to the command that installs them: without one it would be lost. */
function reportUnused({ packages, build, modules: [module], epel }: SystemPackagesSpec, report: StageContext['report']): void {
  const origin = module?.origin ?? epel;
  if (origin === undefined || packages.length + build.length > 0) return;
  report.error('missing-packages', origin, {
    message: `${module ? `"${module.value}"` : 'EPEL'} is where packages come from, and none is asked for`,
    hint: "name them: dnf: { packages: ['nodejs'], modules: ['nodejs:20'] }",
  });
}

interface InstallDetails {
  readonly comment: string;
  readonly trust?: readonly string[];
  readonly mounts?: readonly Mount[];
  readonly hasRepositories?: boolean;
}

function installer(request: SystemPackagesSpec, facts: BaseFacts) {
  const { manager, recommends, epel } = request;
  const modules = request.modules.map(({ value }) => value);
  return (packages: readonly Located<string>[], details: InstallDetails): Install => {
    const { comment, trust = [], mounts = [], hasRepositories = false } = details;
    const { prepare, ...commands } = managers[manager].commands(facts, { recommends, modules, epel: epel !== undefined, hasRepositories });
    return {
      kind: 'install',
      origins: mergeOrigins([request.origin]),
      comment,
      manager,
      prepare: [...trust, ...prepare],
      ...commands,
      packages,
      options: [],
      mounts,
      reads: [],
      sortable: true,
      mergeable: true,
    };
  };
}

function certificatesFor(repositories: readonly RepositorySpec[]): readonly Located<string>[] {
  const secured = repositories.find(({ uri }) => uri.startsWith('https:'));
  return secured ? [{ value: 'ca-certificates', origin: secured.origin }] : [];
}

function debMounts({ debs }: SystemPackagesSpec, { debsFrom }: StageContext): readonly Mount[] {
  return debs.length === 0 || debsFrom === undefined ? [] : [debsMount(debsFrom)];
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
