import { expect, it } from 'vitest';
import { at, faults, located, lowered, pip, shownApt, stage, system } from './specs.js';

const gcc = { build: located(['gcc'], 'apt', 'build') };

it('builds Python packages in a stage of their own and copies the environment', () => {
  expect(lowered(stage('debian:bookworm', { system: [system('apt', ['libpq5'], gcc)], pip: pip(['psycopg2']) }))).toBe(`(program
  (stage build
    (from "debian:bookworm")
    ${shownApt('libpq5', 'gcc', 'python3', 'python3-venv')}
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "psycopg2")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable))
  (stage
    (from "debian:bookworm")
    ${shownApt('libpq5', 'python3')}
    (copy
      (comment "Python packages, made in the stage \\"build\\"")
      (from stage build)
      (sources "/opt/venv")
      (to "/opt/venv"))
    (env ("PATH" (text "/opt/venv/bin:" (var PATH))))))
`);
});

it("makes an environment to copy even where the image has a python of its own, and takes the stage's name along", () => {
  const named = stage('python:3.12-slim', { name: 'app', system: [system('apt', [], gcc)], pip: pip(['psycopg2']) });
  const final = stage('', { base: { kind: 'stage', stage: 'app', origin: at('base') } });
  expect(lowered(named, final)).toBe(`(program
  (stage app-build
    (from "python:3.12-slim")
    ${shownApt('gcc')}
    (install
      (comment "Python packages")
      pip
      (prepare "SOURCE_DATE_EPOCH=315532800 python3 -m venv /opt/venv")
      (command "/opt/venv/bin/pip install")
      (cache-options "--cache-dir=/root/.cache/pip")
      (no-cache-options "--no-cache-dir")
      (packages "psycopg2")
      (caches (mount cache (target "/root/.cache/pip")))
      (environment SOURCE_DATE_EPOCH "315532800")
      sortable))
  (stage app
    (from "python:3.12-slim")
    (copy
      (comment "Python packages, made in the stage \\"app-build\\"")
      (from stage app-build)
      (sources "/opt/venv")
      (to "/opt/venv"))
    (env ("PATH" (text "/opt/venv/bin:" (var PATH)))))
  (stage
    (from (stage app))))
`);
});

it('takes along the environment that installers read, and leaves the rest to the stage that copies', () => {
  const variable = (name: string, value: string) => ({ name, value: [value], origin: at('env', name) });
  const env = [variable('PIP_TIMEOUT', '60'), variable('LANG', 'C.UTF-8')];
  const spec = stage('debian:bookworm', { env, system: [system('apt', [], gcc)], pip: pip(['psycopg2']) });
  const lines = String(lowered(spec)).split('\n');
  expect(lines.filter((line) => /^ {2}\(stage|^ {4}\((env|copy|install)/.test(line)).map((line) => line.trim())).toEqual([
    '(stage build',
    '(install',
    '(env ("PIP_TIMEOUT" "60"))',
    '(install',
    '(stage',
    '(install',
    '(env ("PIP_TIMEOUT" "60"))',
    '(copy',
    '(env ("PATH" (text "/opt/venv/bin:" (var PATH))))',
    '(env ("LANG" "C.UTF-8"))))',
  ]);
});

it('does not take a name that there is', () => {
  const other = stage('debian:bookworm', { name: 'build' });
  expect(lowered(other, stage('debian:bookworm', { system: [system('apt', [], gcc)], pip: pip(['psycopg2']) }))).toMatch(/\n {2}\(stage build-2\n/);
});

it('refuses packages for building where nothing is built', () => {
  expect(lowered(stage('debian:bookworm', { system: [system('apt', ['git'], gcc)] }))).toEqual([
    {
      code: 'build-without-installer',
      severity: 'error',
      origin: at('apt', 'build', 0),
      message: '"gcc" is only for building, and this stage has no pip packages that could be built with it',
      hint: "declare a stage that builds, and copy the result: stages: { build: {…} }, copy: [{ stage: 'build', from, to }]",
    },
  ]);
});

it('refuses them where the result would not be in one place', () => {
  const venv = { value: false as const, origin: at('pip', 'venv') };
  expect(faults(stage('python:3.12', { system: [system('apt', [], gcc)], pip: pip(['psycopg2'], { venv }) }))).toEqual([
    'build-without-installer: "gcc" is only for building, and what pip builds without an environment cannot be copied from a stage of its own | leave venv out, for /opt/venv, or name another folder',
  ]);
});
