/**
 * A stage: its sections in their order.
 *
 *     FROM, SHELL, certificates, system packages, locale, time zone, ARG and ENV of installers, Python packages, those of other languages, ARG, ENV,
 *     account, Python projects, WORKDIR, manifests, steps, EXPOSE, VOLUME, USER, HEALTHCHECK, STOPSIGNAL, ENTRYPOINT, CMD, LABEL, raw text
 *
 * A base that does not run as root (or a stage that ends as a user) is left for root while the image is made, and taken up again at the end.
 */

import type { BaseUser } from '../bases/index.js';
import type { Instruction, Onbuild, User, Workdir } from '../ir/instruction.js';
import type { Stage } from '../ir/program.js';
import { same } from '../ir/same.js';
import type { StageSpec, UserSpec } from '../spec/spec.js';
import type { AnyText } from '../text.js';
import { accountPackages, isCreated } from './account.js';
import { splitArgs } from './args.js';
import type { StageContext } from './context.js';
import { lowerEnv, splitEnv } from './env.js';
import { lowerFrom } from './from.js';
import { lowerOnbuild } from './onbuild.js';
import { lowerLabels, lowerPorts, lowerProcess, lowerRaw, lowerVolumes } from './metadata.js';
import { lowerPython, lowerPythonProjects, venvsAfter } from './python.js';
import { planPython, type PythonPlan } from './python-target.js';
import { planSettings } from './plan-settings.js';
import type { StageBase } from './stage-base.js';
import type { StepState } from './step-state.js';
import { lowerSteps } from './steps.js';
import { lowerSystemPackages } from './system-packages.js';
import { accountOf, isRoot, lowerAccount, lowerUser } from './user.js';

export interface LoweredStage {
  readonly stage: Stage;
  /** What a stage that builds on it stands on. */
  readonly base: StageBase;
}

export function lowerStage(context: StageContext): LoweredStage {
  const { stage, base } = context;
  const python = planPython(context);
  const installs = systemOf(context, python);
  const setUp = [...setUpOf(context, python), ...(stage.user ? lowerAccount(context, stage.user) : []), ...lowerPythonProjects(context, python)];
  const commands = [...installs, ...setUp, ...stage.steps].filter(({ kind }) => kind === 'install' || kind === 'run');
  const leavesUser = !isRoot(base.user) && base.facts?.distro !== 'windows' && commands.length > 0;
  const steps = lowerSteps(context, startState(context, leavesUser));
  const user = finalUser(context, leavesUser && steps.state.user === 'root');
  const triggers = lowerOnbuild(context, { ...steps.state, ...(user[0] ? { user: user[0].user } : {}) });
  const instructions: readonly Instruction[] = [
    lowerFrom(context),
    ...(stage.shell ? [{ kind: 'shell' as const, origins: [stage.shell.origin], argv: stage.shell.value }] : []),
    ...(leavesUser ? [become('root', context)] : []),
    ...installs,
    ...setUp,
    ...workdirOf(stage, setUp),
    ...(context.languages?.files ?? []),
    ...steps.instructions,
    ...lowerPorts(stage),
    ...lowerVolumes(stage),
    ...user,
    ...lowerProcess(context, steps.state),
    ...lowerLabels(stage),
    ...triggers.instructions,
    ...lowerRaw(stage),
  ];
  const lowered = { ...(stage.name === undefined ? {} : { name: stage.name }), origin: stage.origin, instructions };
  return { stage: lowered, base: baseAfter(context, triggers.state, python, triggers.instructions) };
}

/** Packages of the distribution, and what stands around them. */
function systemOf(context: StageContext, python: PythonPlan | undefined): readonly Instruction[] {
  const { stage, base, languages } = context;
  const settings = planSettings(context);
  const needed = [...(python?.systemPackages ?? []), ...(languages?.systemPackages ?? []), ...accountPackages(usersOf(stage), base)];
  const installs = lowerSystemPackages(context, [...settings.systemPackages, ...needed]);
  return [...settings.before, ...installs, ...settings.commands, ...lowerEnv(settings.env)];
}

function setUpOf(context: StageContext, python: PythonPlan | undefined): readonly Instruction[] {
  const { stage } = context;
  const env = splitEnv(stage);
  const packages = python ? lowerPython(context, python) : [];
  const others = context.languages?.instructions ?? [];
  const installs = [...lowerEnv(env.forInstalls), ...packages, ...others];
  const args = splitArgs(context, installs);
  return [...args.forInstalls, ...installs, ...args.rest, ...lowerEnv(env.rest)];
}

/** Unless packages are installed there, and it is the working directory already. */
function workdirOf({ workdir }: StageSpec, before: readonly Instruction[]): readonly Workdir[] {
  const last = before.findLast(({ kind }) => kind === 'workdir') as Workdir | undefined;
  return !workdir || (last && same(last.path, workdir.value)) ? [] : [{ kind: 'workdir', origins: [workdir.origin], path: workdir.value }];
}

function startState({ stage, base }: StageContext, leavesUser: boolean): StepState {
  const user = leavesUser ? 'root' : base.user;
  const workdir = stage.workdir?.value ?? base.workdir;
  return {
    ...(user === undefined ? {} : { user }),
    ...(workdir === undefined ? {} : { workdir }),
    accounts: [...base.accounts, ...(stage.user ? createdAccounts([stage.user], base) : [])],
    hasShell: stage.shell !== undefined || base.hasShell,
  };
}

/** The author's, or, where the base's was left, that one again; nobody runs a stage that only installs. */
function finalUser(context: StageContext, isToRestore: boolean): readonly User[] {
  const { stage, base, isTool } = context;
  if (isTool) return [];
  if (stage.user) return [lowerUser(stage.user)];
  return isToRestore && base.user !== undefined ? [become(base.user, context)] : [];
}

function become(user: AnyText, { stage }: StageContext): User {
  return { kind: 'user', origins: [stage.base.origin], user };
}

function usersOf({ user, steps }: StageSpec): readonly UserSpec[] {
  return [...(user ? [user] : []), ...steps.flatMap((step) => (step.kind === 'user' ? [step.user] : []))];
}

function createdAccounts(users: readonly UserSpec[], base: StageBase): readonly BaseUser[] {
  return users.filter((user) => isCreated(user, base)).flatMap(accountOf);
}

/** What builds on it begins where its triggers end. */
function baseAfter(context: StageContext, state: StepState, python: PythonPlan | undefined, triggers: readonly Onbuild[]): StageBase {
  const certificates = [...context.base.certificates, ...context.stage.certificates.map(({ value }) => value)];
  return { ...context.base, ...state, certificates, venvs: venvsAfter(context, python), triggers: triggers.map(({ instruction }) => instruction) };
}
