import { expect, it } from 'vitest';
import type { PythonLockSpec } from '../../src/spec/spec.js';
import { at, faults, pip, pythonLock, stage } from './specs.js';

it('refuses two lock files in one stage', () => {
  expect(faults(stage('python:3.12', { uv: pythonLock('uv'), poetry: pythonLock('poetry') }))).toEqual([
    'two-locks: "poetry" stands beside "uv", and a stage has one lock file for its Python packages | leave one of them out, or give it a stage of its own',
  ]);
});

it.each<[string | false, Partial<PythonLockSpec>, string]>([
  ['/srv/tools', { venv: { value: '/srv/env', origin: at('uv', 'venv') } }, '/srv/env'],
  [false, {}, '/opt/venv'],
])('refuses another environment for pip, %j, than that of the lock file', (value, lock, venv) => {
  const spec = stage('python:3.12', { uv: pythonLock('uv', lock), pip: pip(['numpy'], { venv: { value, origin: at('pip', 'venv') } }) });
  expect(faults(spec)).toEqual([
    `two-environments: pip's packages go to the environment that uv makes, "${venv}" | leave venv out here, or install in a stage of its own`,
  ]);
});

it('refuses a base without Python', () => {
  expect(faults(stage('scratch', { poetry: pythonLock('poetry') }))).toEqual([
    'no-pip: "scratch" has no Python, and no package manager to get it with | install in another stage, and copy the environment and its interpreter',
  ]);
});
