/**
 * One build on the engine, and what it took.
 *
 * Processor time, where it can be read: that of the commands of the build, which have a control group of their own, and that of the engine (dockerd, containerd,
 * buildkitd), which does nothing else meanwhile: a build begins when it has come to rest. Elsewhere (an engine on another machine or in a virtual one) wall time.
 *
 * A scope has a name, for a control group and for the cache mounts. Both are part of the key of a step: a build in a new scope finds no step and no cache mount of
 * an older one, and nobody's caches need be emptied for it.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { dropRecords, readRecords } from './cache-records.mjs';

const groups = '/sys/fs/cgroup';
const daemons = ['dockerd', 'containerd', 'buildkitd'];

export function engineAnswers() {
  return [['version'], ['buildx', 'version']].every((words) => spawnSync('docker', words, { stdio: 'ignore' }).status === 0);
}

export function docker(args) {
  return run(args, '.').stdout;
}

function run(args, cwd) {
  const { status, stdout, stderr } = spawnSync('docker', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`docker ${args.join(' ')} ended with ${status}\n${stderr.trimEnd().split('\n').slice(-30).join('\n')}`);
  return { stdout, stderr };
}

/** A name that no other build has had; with systemd, a control group is a slice, and a dash would be a level. */
export function openScope(title) {
  const name = `bench_${process.pid}_${title.replaceAll(/\W/g, '_')}`;
  const isSlice = docker(['info', '--format', '{{.CgroupDriver}}']).trim() === 'systemd';
  return { name: isSlice ? `${name}.slice` : name, known: readRecords(), steps: [], images: new Set() };
}

/** Builds the folder's Dockerfile; `options` are further words. The image of before stays, as a user's does: layers of it need not be compressed again. */
export function build({ folder, tag, scope }, options = []) {
  waitUntilIdle();
  const before = readings(scope.name);
  const scoped = ['--cgroup-parent', scope.name, '--build-arg', `BUILDKIT_CACHE_MOUNT_NS=${scope.name}`];
  const { stderr } = run(['build', '--progress=plain', '--tag', tag, ...scoped, ...options, '.'], folder);
  const after = readings(scope.name);
  scope.images.add(docker(['image', 'inspect', '--format', '{{.Id}}', tag]).trim());
  scope.steps.push(...Array.from(stderr.matchAll(/^#\d+ (\[.*)$/gm), ([, step]) => step));
  const wall = after.wall - before.wall;
  if (after.commands === undefined || after.engine === undefined) return { seconds: wall, wall, processor: false };
  const commands = after.commands - (before.commands ?? 0);
  const engine = after.engine - before.engine;
  return { seconds: commands + engine, wall, commands, engine, processor: true };
}

/** What the engine still has to do is none of the next build: it takes layers of images and containers away some time after they were removed. */
function waitUntilIdle() {
  const [pause, longest, calm] = [0.25, 30, 0.01];
  let [last, quiet] = [engineSeconds(), 0];
  for (let waited = 0; last !== undefined && quiet < 4 && waited < longest; waited += pause) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause * 1000);
    const now = engineSeconds();
    quiet = now - last > calm ? 0 : quiet + 1;
    last = now;
  }
}

export function closeScope({ name, known, steps, images }) {
  spawnSync('docker', ['rmi', '-f', ...images], { stdio: 'ignore' });
  dropRecords(known, name, steps);
  for (const parent of [groups, ...controllers()]) removeGroup(join(parent, name));
}

/** Nothing runs in it by then; BuildKit has made one more below it. */
function removeGroup(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) removeGroup(join(folder, entry.name));
  rmdirSync(folder);
}

function controllers() {
  return existsSync(groups)
    ? readdirSync(groups, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(groups, name))
    : [];
}

function readings(scope) {
  return { wall: Number(process.hrtime.bigint()) / 1e9, commands: commandsSeconds(scope), engine: engineSeconds() };
}

/** Version 2 of control groups, then version 1. Undefined: there is none of that name (yet). */
function commandsSeconds(scope) {
  const [unified, accounted] = [join(groups, scope, 'cpu.stat'), join(groups, 'cpuacct', scope, 'cpuacct.usage')];
  if (existsSync(unified)) return Number(/^usage_usec (\d+)$/m.exec(readFileSync(unified, 'utf8'))[1]) / 1e6;
  return existsSync(accounted) ? Number(readFileSync(accounted, 'utf8')) / 1e9 : undefined;
}

/** Of the engine's own processes, without what they have started. Undefined: none is on this machine. */
function engineSeconds() {
  const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const times = (existsSync('/proc/self/stat') ? readdirSync('/proc') : [])
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readOrNothing(`/proc/${pid}/stat`)) ?? [];
      return daemons.includes(name) ? [(Number(rest.split(' ')[11]) + Number(rest.split(' ')[12])) / ticks] : [];
    });
  return times.length === 0 ? undefined : times.reduce((sum, time) => sum + time, 0);
}

/** A process may end while one looks. */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
