/**
 * Where Python packages go: into the python that an image has of its own, or into a virtual environment of the distribution's, which is made first and
 * stands on PATH, so that what is installed runs by its plain name, for any user.
 *
 *     FROM python:3.12          pip install numpy
 *     FROM debian:bookworm      python3 -m venv /opt/venv && /opt/venv/bin/pip install numpy
 *
 * A distribution's python gets an environment even where it would allow packages in its own folders: they would mix with the distribution's. What a lock file
 * names gets one everywhere: it is to be exactly that.
 */

import type { BaseFacts, PythonFacts } from '../bases/index.js';
import type { Located } from '../origin.js';
import type { StageContext } from './context.js';
import { DEFAULT_VENV, pythonEnvironment, type PythonEnvironment } from './python-environment.js';

export interface PythonPlan {
  /** The interpreter that makes the environment. */
  readonly python: string;
  readonly venv?: string;
  /** Whether a stage below has made the environment, which then is on PATH too. */
  readonly isInherited: boolean;
  readonly isImagePython: boolean;
  /** Packages of the distribution that it takes. */
  readonly systemPackages: readonly Located<string>[];
}

export function planPython(context: StageContext): PythonPlan | undefined {
  const environment = pythonEnvironment(context.stage, context.report);
  const facts = environment && context.base.requireFacts(environment.field);
  if (!facts || !hasPython(context, { environment, facts })) return undefined;
  const isImagePython = facts.python.kind === 'own' && environment.python === undefined;
  const venv = context.venvFrom?.venv ?? venvOf(environment, isImagePython);
  const isInherited = venv !== undefined && context.base.venvs.includes(venv);
  const packages = environment.python === undefined && facts.python.kind === 'distro' && !isInherited ? packagesOf(facts.python, venv, context) : [];
  return {
    python: environment.python?.value ?? (facts.python.kind === 'distro' ? facts.python.command : 'python3'),
    ...(venv === undefined ? {} : { venv }),
    isInherited,
    isImagePython,
    systemPackages: packages.map((value) => ({ value, origin: environment.origin })),
  };
}

function venvOf({ venv }: PythonEnvironment, isImagePython: boolean): string | undefined {
  if (venv !== undefined) return venv.value || undefined;
  return isImagePython ? undefined : DEFAULT_VENV;
}

/** An environment that is copied runs on the interpreter alone. */
function packagesOf(python: Extract<PythonFacts, { kind: 'distro' }>, venv: string | undefined, { venvFrom }: StageContext): readonly string[] {
  if (venvFrom) return python.packages;
  return [...python.packages, ...(venv === undefined ? python.pipPackages : python.venvPackages)];
}

function hasPython(
  { base, report }: StageContext,
  { environment, facts }: { readonly environment: PythonEnvironment; readonly facts: BaseFacts },
): boolean {
  const { field, venv, python, origin } = environment;
  if (facts.python.kind === 'none' && python === undefined) {
    report.error('no-pip', origin, {
      message: `"${base.image}" has no ${field === 'pip' ? 'pip' : 'Python'}, and no package manager to get it with`,
      hint: 'install in another stage, and copy the environment and its interpreter',
    });
    return false;
  }
  if (venv?.value !== false || facts.python.kind !== 'distro' || !facts.pep668) return true;
  report.error('externally-managed', venv.origin, {
    message: `the Python of "${base.image}" takes packages only in a virtual environment (PEP 668)`,
    hint: `leave venv out, for ${DEFAULT_VENV}, or name another folder`,
  });
  return false;
}
