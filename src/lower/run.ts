/**
 * Commands of the author's.
 *
 *     run: [{ script: 'make install', workdir: '/opt/tool', env: { V: '1' }, user: 'app', uses: ['Makefile'] }]
 *
 *     USER app
 *     RUN --mount=type=bind,source=Makefile,target=/opt/tool/Makefile cd /opt/tool && V=1 make install
 *     USER root
 *
 * Environment, directory and user are for the one command; they leave nothing in the image. Several lines stay as they are, in a heredoc. Files that a command
 * uses are mounted below its working directory while it runs.
 */

import { posix } from 'node:path';
import type { Instruction, Run, RunScript, User } from '../ir/instruction.js';
import type { Mount } from '../mount.js';
import type { RunSpec } from '../spec/spec.js';
import { literalValue, type AnyText } from '../text.js';
import type { StageContext } from './context.js';
import { execScript, lineScript, textScript } from './run-script.js';
import { posixShellFault, shellFault } from './shell-fault.js';
import type { StepState } from './step-state.js';

export function lowerRun(context: StageContext, step: RunSpec, state: StepState): readonly Instruction[] {
  const script = lowerScript(context, step, state);
  if (!script) return [];
  const { network, security, devices, verbatim, layer, origin } = step;
  const run: Run = {
    kind: 'run',
    origins: [origin, ...step.uses.map((use) => use.origin)],
    script,
    mounts: [...step.mounts, ...usedFiles(step, state)],
    ...(network === undefined ? {} : { network }),
    ...(security === undefined ? {} : { security }),
    ...(devices === undefined ? {} : { devices }),
    verbatim,
    ...(layer === undefined ? {} : { layer }),
  };
  const become = (user: AnyText): User => ({ kind: 'user', origins: [origin], user });
  const before = state.user ?? 'root';
  return step.user === undefined || step.user === before ? [run] : [become(step.user), run, become(before)];
}

function lowerScript(context: StageContext, step: RunSpec, state: StepState): RunScript | undefined {
  const { script, env, workdir, origin } = step;
  const isExec = typeof script !== 'string';
  if (isExec && env.length === 0 && workdir === undefined) return { form: 'exec', argv: script };
  const isSet = env.length > 0 || workdir !== undefined;
  // A shell that the stage names takes scripts of its own kind.
  const isPosix = isSet || (!isExec && script.trimEnd().includes('\n') && !state.hasShell);
  const fault = isPosix ? posixShellFault(context, state) : shellFault(context, state);
  if (fault !== undefined) {
    context.report.error('no-shell', origin, noShell(fault, { isSet: isExec || (isSet && context.base.facts?.distro === 'windows'), context }));
    return undefined;
  }
  if (isExec) return execScript(script, step);
  const text = script.replace(/\n+$/, '');
  return text.includes('\n') ? textScript(text, step, context.report) : lineScript(text, step);
}

function noShell(fault: string, { isSet, context }: { readonly isSet: boolean; readonly context: StageContext }) {
  const message = isSet ? `${fault}, which env and workdir of a command need` : `${fault}, so that no script runs in it`;
  const elsewhere = "run it in another stage and copy the result, or write it as a list: run: [{ script: ['/bin/tool', '--version'] }]";
  const onWindows = "write one line, or steps: [workdir('C:/app'), env({ … }), run('…')]; or name the shell: shell: ['powershell', '-Command']";
  return { message, hint: context.base.facts?.distro === 'windows' ? onWindows : elsewhere };
}

/** Relative to the working directory where that is not known: the builder does the same. */
function usedFiles({ uses, workdir }: RunSpec, state: StepState): readonly Mount[] {
  const before = state.workdir && literalValue(state.workdir);
  const base = workdir === undefined || !workdir.startsWith('/') ? posix.join(before ?? '', workdir ?? '') : workdir;
  return uses.map(({ value }) => ({ type: 'bind', source: value, target: posix.join(base, value) }));
}
