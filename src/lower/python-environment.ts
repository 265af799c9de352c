/**
 * The one environment that a stage has for Python packages, and who asks for it: a lock file before pip, whose packages then go to the same place.
 *
 * Refuses two lock files, and two places.
 */

import type { Report } from '../diagnostics.js';
import type { Located, Origin } from '../origin.js';
import type { PipSpec, PythonLockSpec, StageSpec } from '../spec/spec.js';

export const DEFAULT_VENV = '/opt/venv';

export interface PythonEnvironment {
  /** The field that asks for it. */
  readonly field: 'pip' | 'uv' | 'poetry';
  /** False: none, but the interpreter's own; undefined: the base decides. */
  readonly venv?: Located<string | false>;
  readonly python?: Located<string>;
  readonly origin: Origin;
}

export function pythonEnvironment(stage: StageSpec, report: Report): PythonEnvironment | undefined {
  const { pip, uv, poetry } = stage;
  if (uv && poetry) {
    report.error('two-locks', poetry.origin, {
      message: '"poetry" stands beside "uv", and a stage has one lock file for its Python packages',
      hint: 'leave one of them out, or give it a stage of its own',
    });
  }
  if (uv) return lockedEnvironment('uv', uv, pip, report);
  if (poetry) return lockedEnvironment('poetry', poetry, pip, report);
  return pip && { field: 'pip', ...placeOf(pip), origin: pip.origin };
}

/** What is asked of Python in a stage, with the environment that it goes to. */
export function withVenv({ pip, uv, poetry }: StageSpec, venv: Located<string>): Pick<StageSpec, 'pip' | 'uv' | 'poetry'> {
  return { ...(pip ? { pip: { ...pip, venv } } : {}), ...(uv ? { uv: { ...uv, venv } } : {}), ...(poetry ? { poetry: { ...poetry, venv } } : {}) };
}

function lockedEnvironment(field: 'uv' | 'poetry', lock: PythonLockSpec, pip: PipSpec | undefined, report: Report): PythonEnvironment {
  const wanted = pip?.venv;
  const venv = lock.venv ?? (wanted?.value ? { ...wanted, value: wanted.value } : { value: DEFAULT_VENV, origin: lock.origin });
  if (wanted && wanted.value !== venv.value) {
    report.error('two-environments', wanted.origin, {
      message: `pip's packages go to the environment that ${field} makes, "${venv.value}"`,
      hint: 'leave venv out here, or install in a stage of its own',
    });
  }
  return { field, ...placeOf({ ...(pip?.python ? { python: pip.python } : {}), ...placeOf(lock) }), venv, origin: lock.origin };
}

function placeOf({ venv, python }: Pick<PythonEnvironment, 'venv' | 'python'>): Pick<PythonEnvironment, 'venv' | 'python'> {
  return { ...(venv === undefined ? {} : { venv }), ...(python === undefined ? {} : { python }) };
}
