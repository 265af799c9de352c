/**
 * Build arguments. Those of scope `global` stand before the first FROM; a stage that uses one outside FROM, whichever stage has declared it, says it again,
 * without a value, because it would not see it otherwise.
 *
 *     ARG RELEASE=bookworm
 *     FROM debian:${RELEASE}-slim
 *     ARG RELEASE
 *     ENV RELEASE=${RELEASE}
 *
 * Those that the builder sets (TARGETARCH, BUILDPLATFORM, …) are declared where a stage names them.
 *
 * An argument is part of the cache key of everything after it: they stand behind the system packages, which read none, and behind packages of languages, unless their installers
 * read them.
 */

import type { Report } from '../diagnostics.js';
import type { Arg, Instruction } from '../ir/instruction.js';
import type { ArgSpec, ImageSpec, StageSpec } from '../spec/spec.js';
import type { StageContext } from './context.js';
import { isReadByInstallers } from './env.js';

/** What the builder tells of the platforms, in the order in which it lists them. */
const BUILDER_ARGUMENTS = ['TARGET', 'BUILD'].flatMap((side) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((part) => `${side}${part}`));

export function lowerGlobalArgs({ stages }: ImageSpec, report: Report): readonly Arg[] {
  const globals = new Map<string, Arg>();
  for (const arg of stages.flatMap(({ args }) => args).filter(({ scope }) => scope === 'global')) {
    const known = globals.get(arg.name);
    if (!known) globals.set(arg.name, lowerArg(arg));
    else if (JSON.stringify(known.default) !== JSON.stringify(arg.default)) reportConflict(arg, report);
  }
  return [...globals.values()];
}

/** Those that other stages have declared come first: a default may name them. */
function lowerArgs({ stage, globalArgs }: StageContext): readonly Arg[] {
  const own = [...stage.args, ...stage.env].map(({ name }) => name);
  const others = globalArgs.filter(({ name }) => !own.includes(name) && mentions(stage, name));
  const declared = stage.args.flatMap((arg): readonly Arg[] => {
    if (arg.scope === 'stage') return [lowerArg(arg)];
    return mentions(stage, arg.name) ? [{ kind: 'arg', origins: [arg.origin], name: arg.name }] : [];
  });
  return [...others.map(({ origins, name }): Arg => ({ kind: 'arg', origins, name })), ...builderArgs(stage, globalArgs), ...declared];
}

/**
 * Those that installers read, or what they are told, with all before them, whose values theirs may be made of; and the rest, which stands behind: with another value nothing is
 * installed again. Scripts of the author's that run between may read any.
 */
export function splitArgs(
  context: StageContext,
  installs: readonly Instruction[],
): { readonly forInstalls: readonly Arg[]; readonly rest: readonly Arg[] } {
  const args = lowerArgs(context);
  const said = JSON.stringify(installs);
  // Of an ARG and an ENV of one name, the later counts.
  const set = installs.flatMap((each) => (each.kind === 'env' ? each.entries.map(({ name }) => name) : []));
  const isRead = ({ name }: Arg) => isReadByInstallers(context.stage, name) || isMentioned(said, name) || set.includes(name);
  const hasScript = installs.some((each) => each.kind === 'run' && each.generated !== true);
  const end = hasScript ? args.length : args.findLastIndex(isRead) + 1;
  return { forInstalls: args.slice(0, end), rest: args.slice(end) };
}

/** Those that the builder sets, where the stage names them: it sees none that is not declared. Proxies are seen by every RUN, and never declared. */
function builderArgs(stage: StageSpec, globalArgs: readonly Arg[]): readonly Arg[] {
  const inSteps = stage.steps.flatMap((step) => (step.kind === 'arg' ? step.args : []));
  const own = [...stage.args, ...stage.env, ...inSteps, ...globalArgs].map(({ name }) => name);
  return BUILDER_ARGUMENTS.filter((name) => !own.includes(name) && mentions(stage, name)).map((name) => {
    const user = [...stage.env, ...stage.labels, ...stage.steps].find((each) => isMentioned(JSON.stringify(each), name));
    return { kind: 'arg', origins: [user?.origin ?? stage.origin], name };
  });
}

/** Those for the stage that builds on this one, which sees none of this one's. */
export function triggerArgs({ onbuild }: StageSpec): readonly Arg[] {
  const own = onbuild.flatMap((step) => (step.kind === 'arg' ? step.args.map(({ name }) => name) : []));
  return BUILDER_ARGUMENTS.filter((name) => !own.includes(name)).flatMap((name): readonly Arg[] => {
    const user = onbuild.find((step) => isMentioned(JSON.stringify(step), name));
    return user ? [{ kind: 'arg', origins: [user.origin], name }] : [];
  });
}

export function lowerArg({ name, default: value, origin }: ArgSpec): Arg {
  return { kind: 'arg', origins: [origin], name, ...(value === undefined ? {} : { default: value }) };
}

/** Whether anything but the base, the defaults that stand before it and what builds on the stage names the argument, in a text or in a script. */
function mentions({ base: _base, onbuild: _onbuild, args, ...rest }: StageSpec, name: string): boolean {
  const said = JSON.stringify({ ...rest, args: args.filter(({ scope }) => scope === 'stage') });
  return isMentioned(said, name);
}

function isMentioned(said: string, name: string): boolean {
  return new RegExp(`"variable":"${name}"|\\$\\{?${name}(?![A-Za-z0-9_])`).test(said);
}

function reportConflict({ name, origin }: ArgSpec, report: Report): void {
  report.error('conflicting-args', origin, {
    message: `"${name}" is a global build argument with two different defaults`,
    hint: 'give it one default, in one stage',
  });
}
