/**
 * conda: an environment is made in a stage of its own, from an image that has the tool; the image gets the environment, and nothing of conda.
 *
 *     conda: 'environment.yml'
 *
 *     FROM mambaorg/micromamba:2.0.5 AS conda
 *     USER root
 *     RUN micromamba create --yes --prefix /opt/conda --file /tmp/conda/environment.yml
 *     FROM debian:bookworm-slim
 *     COPY --from=conda /opt/conda /opt/conda
 *     ENV PATH=/opt/conda/bin:${PATH}
 *
 * It is found by PATH: no shell has to be prepared for it, so that it is there for any user and any command. Packages bring their libraries but for glibc:
 * refuses a base without it, and what is no request for a package.
 */

import { posix } from 'node:path';
import type { Env, Install, Instruction } from '../../ir/instruction.js';
import type { CondaEnvironment, CondaSpec, CondaTool } from '../../spec/language-specs.js';
import { condaTools, type CondaCommands } from '../conda-tools.js';
import { copyMade, languageInstall } from '../tool-instructions.js';
import { toolchainBase } from '../toolchain.js';
import { checkCondaPackages } from '../conda-requests.js';
import type { Language, LanguageContext, LanguagePlan, ToolStage } from './language.js';

const MANAGERS = ['micromamba', 'mamba', 'conda'] as const;

export const conda: Language<CondaSpec> = {
  variables: /^(?:CONDA|MAMBA|PIXI)_/,
  plan: (context, { environments, origin }) => {
    if (!hasLibc(context, origin)) return undefined;
    const plans = environments.flatMap((environment) => planEnvironment(context, environment) ?? []);
    reportShared(plans, context);
    return {
      systemPackages: [],
      toolStages: plans.flatMap(({ toolStages }) => toolStages),
      instructions: [...plans.flatMap(({ instructions }) => instructions), ...environmentOf(plans, origin)],
    };
  },
};

interface EnvironmentPlan extends LanguagePlan {
  readonly folder: string;
  readonly origin: CondaSpec['origin'];
}

function reportShared(plans: readonly EnvironmentPlan[], { report }: LanguageContext): void {
  for (const [index, { folder, origin }] of plans.entries()) {
    if (!plans.slice(0, index).some((other) => other.folder === folder)) continue;
    report.error('taken-prefix', origin, {
      message: `"${folder}" is the folder of another environment already`,
      hint: 'give one of them another prefix',
    });
  }
}

function planEnvironment(context: LanguageContext, environment: CondaEnvironment): EnvironmentPlan | undefined {
  const own = MANAGERS.find((name) => context.base.facts?.tools?.includes(name));
  const name = environment.tool?.value ?? own ?? 'micromamba';
  if (!isSound(context, { ...environment, tool: name })) return undefined;
  const tool = condaTools[name];
  const isOwn = environment.toolchain === undefined && own !== undefined && name === own;
  const folder = tool.folder ?? folderOf(environment) ?? (own === undefined || own === 'micromamba' ? '/opt/conda' : '/opt/environment');
  const stage = context.nameStage('conda');
  const toolchain = environment.toolchain ?? { value: tool.image, origin: environment.origin };
  const toolStage: ToolStage = {
    name: stage,
    ...(isOwn ? {} : toolchainBase({ toolchain, origin: environment.origin })),
    hasBuildPackages: false,
    systemPackages: [],
    instructions: [install(context, environment, tool.commands({ folder, environment }))],
  };
  const copy = copyMade({ origin: environment.origin, what: 'Conda packages', stage, from: folder, to: folder });
  return { folder, origin: environment.origin, systemPackages: [], toolStages: [toolStage], instructions: [copy] };
}

function folderOf({ prefix }: CondaEnvironment): string | undefined {
  return prefix && posix.normalize(prefix.value).replace(/\/$/, '');
}

function install({ report }: LanguageContext, environment: CondaEnvironment, { environment: variables, ...commands }: CondaCommands): Install {
  return languageInstall({
    manager: 'conda',
    origins: [environment.origin],
    comment: 'Conda packages',
    ...commands,
    packages: checkCondaPackages(environment.packages, report),
    environment: variables,
  });
}

/** What is in the first environment comes before what is in the next, and before what the base has. */
function environmentOf(plans: readonly EnvironmentPlan[], origin: CondaSpec['origin']): readonly Instruction[] {
  if (plans.length === 0) return [];
  const folders = plans.map(({ folder }) => `${folder}/bin:`).join('');
  const env: Env = { kind: 'env', origins: [origin], entries: [{ name: 'PATH', value: [folders, { variable: 'PATH' }], origin }] };
  return [env];
}

function hasLibc({ base, report }: LanguageContext, origin: CondaSpec['origin']): boolean {
  const distro = base.facts?.distro;
  if (distro !== 'alpine' && distro !== 'scratch' && distro !== 'windows') return true;
  report.error('no-glibc', origin, {
    message: `conda packages need glibc, which "${base.image}" does not have`,
    hint: 'build on an image that has it: debian:bookworm-slim',
  });
  return false;
}

type Sourced = Omit<CondaEnvironment, 'tool'> & { readonly tool: CondaTool };

function isSound({ report }: LanguageContext, { file, lock, packages, channels, tool, origin }: Sourced): boolean {
  const fault = (message: string, hint: string) => report.error('conda-sources', origin, { message, hint });
  if (channels.length > 0 && packages.length === 0 && tool !== 'micromamba') {
    fault(`${tool} takes the channels of a file from the file alone`, 'name them there, and leave channels out');
    return false;
  }
  if (tool === 'pixi') {
    if (lock && posix.basename(lock.value) !== 'pixi.lock') {
      fault(`"${lock.value}" is not the lock file of pixi`, 'it reads pixi.lock, beside the file');
      return false;
    }
    if (file && packages.length === 0) return true;
    fault('pixi makes an environment from a file alone', "write { tool: 'pixi', file: 'pixi.toml', lock: 'pixi.lock' }");
    return false;
  }
  if ([file, lock, packages[0]].filter((source) => source !== undefined).length === 1) return true;
  fault('an environment is made from one of file, lock and packages', 'keep one of them; give several environments as a list, each with a prefix');
  return false;
}
