/**
 * npm, pnpm, yarn and bun, of Node.js: the packages of a project, and programs for all.
 *
 *     base: 'node:22-bookworm-slim', npm: { build: 'build' }
 *
 *     FROM node:22-bookworm-slim AS npm-build
 *     WORKDIR /app
 *     RUN (package.json and package-lock.json are mounted) npm ci --include=dev
 *     COPY . /app/
 *     RUN npm run build
 *     FROM node:22-bookworm-slim
 *     WORKDIR /app
 *     RUN (package.json and package-lock.json are mounted) npm ci --omit=dev
 *     COPY --from=npm-build /app/dist /app/dist
 *     COPY package.json ./
 *
 * npm installs in the image itself where the base has it. Where it would have to be fetched (a distribution's npm is hundreds of packages), where another
 * manager installs, or compilers are needed (`apt: { build }`), that is done in a stage of its own. Packages are installed twice where something is built, not
 * pruned: then they do not change, as a layer, when a source does. Refuses what is no name of a package.
 */

import type { Copy, Install, Instruction } from '../../ir/instruction.js';
import type { Located } from '../../origin.js';
import type { NpmSpec } from '../../spec/language-specs.js';
import { literal } from '../../text.js';
import { checkPackages, type PackageTool } from '../check-packages.js';
import { nodeManagers, npmCommand } from '../node-managers.js';
import { buildInstructions, placeProject, projectFile, projectInstall, workdirOf, type PlacedProject } from '../node-project.js';
import { folderFirst, madeFolder, manifestFor, removeLeftovers } from '../node-folder.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
import { toolchainBase, toolchainPackages, type Toolchain } from '../toolchain.js';
import type { Language, LanguageContext, LanguagePlan, ToolStage } from './language.js';

/** As the registry has them: in lower case, perhaps in a scope, with a version, a range or a tag. */
const REQUEST = /^(?<name>(?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*)(?<version>@(?:(?:[\^~=]|[<>]=?)?[0-9A-Za-z*][0-9A-Za-z.*+-]*)?)?$/;

const programs: PackageTool = {
  tool: 'npm',
  parse: (text) => {
    const { name, version } = REQUEST.exec(text)?.groups ?? {};
    return name === undefined ? undefined : { name, ...(version === undefined ? {} : { version: version.replace(/^@=?(?=\d)/, '=') }) };
  },
  examples: "'serve', 'serve@14.2.4' or '@scope/tool@^2'",
  pin: '@1.2.3',
};

const IMAGE = `node:22-bookworm-slim`;

const node: Toolchain = {
  field: 'npm',
  command: 'node',
  packages: ['nodejs'],
  elsewhere: { zypper: ['nodejs-default'] },
  image: IMAGE,
  isNamed: false,
};

const npmTool: Toolchain = {
  field: 'npm',
  command: 'npm',
  packages: ['nodejs', 'npm'],
  elsewhere: { fedora: ['nodejs', 'nodejs-npm'], zypper: ['nodejs-default', 'npm-default'] },
  image: IMAGE,
  isNamed: true,
};

/** Where programs are until they are copied, and the manager while it is needed. */
const PROGRAMS = '/opt/npm';
const MANAGER = '/opt/manager';

interface Plan {
  readonly context: LanguageContext;
  readonly request: NpmSpec;
  readonly packages: readonly Located<string>[];
  readonly placed?: PlacedProject;
}

export const npm: Language<NpmSpec> = {
  variables: /^(?:NPM_|PNPM_|YARN_|BUN_|NODE_(?!ENV$))/i,
  plan: (context, request) => {
    const runtime = toolchainPackages(context, node, { origin: request.origin });
    const tools = runtime && toolchainPackages(context, npmTool, request);
    const placed = request.project && placeProject(context, request.project);
    if (!tools || (request.project && !placed)) return undefined;
    const plan: Plan = { context, request, packages: checkPackages(request.packages, programs, context.report), ...(placed ? { placed } : {}) };
    const installed = isOfImage(plan) ? inImage(plan) : inStage(plan, tools);
    return withBuild(plan, { ...installed, systemPackages: runtime }, tools);
  },
};

/** Whether the image has all that is needed to install. */
function isOfImage({ context, request }: Plan): boolean {
  const { stage, base } = context;
  const needsCompiler = stage.system.some(({ build }) => build.length > 0);
  return !needsCompiler && !request.toolchain && managerOf(request) === undefined && base.facts?.tools?.includes('npm') === true;
}

function managerOf({ project }: NpmSpec): string | undefined {
  return project && nodeManagers[project.manager].package(project.version?.value);
}

function inImage({ request, packages, placed }: Plan): LanguagePlan {
  const project = placed ? [workdirOf(placed), installOf(placed, request)] : [];
  return { systemPackages: [], toolStages: [], instructions: [...installPrograms(packages, '/usr/local', request), ...project] };
}

function inStage({ context, request, packages, placed }: Plan, systemPackages: readonly Located<string>[]): LanguagePlan {
  const stage = context.nameStage('npm');
  const { origin } = request;
  const made: readonly Instruction[] = [
    ...installManager(request),
    ...installPrograms(packages, PROGRAMS, request),
    ...(placed ? [workdirOf(placed), { ...installOf(placed, request), prepare: folderFirst(placed) }, ...removeLeftovers(placed)] : []),
  ];
  const copies = [
    ...(packages.length > 0 ? [copyMade({ origin, what: 'Node.js programs', stage, from: `${PROGRAMS}/`, to: '/usr/local/' })] : []),
    ...(placed ? [copyMade({ origin, what: 'Node.js packages', stage, from: madeFolder(placed), to: madeFolder(placed) })] : []),
  ];
  return { systemPackages: [], toolStages: [{ name: stage, ...toolchainBase(request), systemPackages, instructions: made }], instructions: copies };
}

/** A stage that builds, and what it makes; and how the image runs. */
function withBuild({ context, request, placed }: Plan, plan: LanguagePlan, tools: readonly Located<string>[]): LanguagePlan {
  if (!placed) return plan;
  const { project, workdir } = placed;
  const { build } = project;
  const files = manifestFor(placed, context.stage);
  const leftOut = ['**/node_modules', ...(build?.outputs ?? []).map(({ value }) => projectFile(placed, value).replace(/\/+$/, ''))];
  const environment = project.production && !context.stage.env.some(({ name }) => name === 'NODE_ENV') ? [productionOf(placed)] : [];
  if (!build) return { ...plan, files, leftOut, instructions: [...plan.instructions, ...environment] };
  const name = context.nameStage('npm-build');
  const before = plan.toolStages[0];
  const all = projectInstall(placed, { production: false, secrets: request.secrets, comment: 'Node.js packages, those for building too' });
  const installs = before ? [all] : [workdirOf(placed), all];
  const stage: ToolStage = {
    name,
    ...(before ? { base: { kind: 'stage', stage: before.name, origin: build.origin } } : {}),
    systemPackages: before ? [] : tools,
    instructions: [...installs, ...buildInstructions(placed, build, context.stage)],
  };
  const copies = build.outputs.map(({ value, origin }, index): Copy => {
    const path = `${workdir}/${value.replace(/^(?:\.\/)+|\/+$/g, '')}`;
    const comment = index === 0 ? { comment: `The project, built in the stage "${name}"` } : {};
    return { kind: 'copy', origins: [origin], ...comment, sources: [path], to: path, from: { stage: name }, exclude: [] };
  });
  return { ...plan, files, leftOut, toolStages: [...plan.toolStages, stage], instructions: [...plan.instructions, ...copies, ...environment] };
}

function installOf(placed: PlacedProject, { secrets }: NpmSpec): Install {
  return projectInstall(placed, { production: placed.project.production, secrets, comment: 'Node.js packages' });
}

function productionOf({ project }: PlacedProject): Instruction {
  const { origin } = project;
  return { kind: 'env', origins: [origin], entries: [{ name: 'NODE_ENV', value: literal('production'), origin }] };
}

function installManager(request: NpmSpec): readonly Instruction[] {
  const manager = managerOf(request);
  if (manager === undefined) return [];
  const { origin } = request;
  const install = globalInstall([{ value: manager, origin }], MANAGER, request);
  const path: Instruction = { kind: 'env', origins: [origin], entries: [{ name: 'PATH', value: [`${MANAGER}/bin:`, { variable: 'PATH' }], origin }] };
  return [{ ...install, comment: 'What installs the packages' }, path];
}

function installPrograms(packages: readonly Located<string>[], prefix: string, request: NpmSpec): readonly Install[] {
  return packages.length === 0 ? [] : [{ ...globalInstall(packages, prefix, request), comment: 'Node.js programs' }];
}

function globalInstall(packages: readonly Located<string>[], prefix: string, { origin, secrets }: NpmSpec): Install {
  return languageInstall({
    manager: 'npm',
    origins: [origin],
    packages,
    ...npmCommand(`install --global --prefix=${prefix}`),
    mounts: secrets.map(({ origin: _origin, ...secret }) => ({ type: 'secret', ...secret })),
  });
}
