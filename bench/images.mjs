/**
 * Images: examples/word-count as imagewright has it built, against word-count-lesson.Dockerfile; the same base, the same versions.
 *
 * Cold: no layer and no cache mount from before. Rebuild: one line of count.py changed. Wall time, on a machine that does nothing else.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, table } from './table.mjs';

const base = 'debian:bookworm-slim';
const rebuilds = 2;
const root = fileURLToPath(new URL('..', import.meta.url));
const forms = { lesson: 'lesson.Dockerfile', imagewright: 'Dockerfile' };

export function measureImages() {
  const answers = [['version'], ['buildx', 'version']].every((words) => spawnSync('docker', words, { stdio: 'ignore' }).status === 0);
  if (!answers) return '## Images\n\nLeft out: no Docker engine with buildx answers.';
  if (spawnSync('docker', ['image', 'inspect', base], { stdio: 'ignore' }).status !== 0) docker(['pull', base]);
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-bench-'));
  try {
    cpSync(join(root, 'examples/word-count'), folder, { recursive: true });
    copyFileSync(join(root, 'bench/word-count-lesson.Dockerfile'), join(folder, forms.lesson));
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'generate'], { cwd: folder, stdio: 'ignore' });
    return described(measured(folder, 'lesson'), measured(folder, 'imagewright'));
  } finally {
    for (const form of Object.keys(forms)) spawnSync('docker', ['rmi', '-f', tag(form)], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  }
}

const tag = (form) => `imagewright-bench:${form}`;

function measured(folder, form) {
  docker(['builder', 'prune', '--all', '--force', '--filter', 'type=exec.cachemount']);
  const cold = build(folder, form, ['--no-cache']);
  const [bytes, baseBytes] = [unpackedBytes(tag(form)), unpackedBytes(base)];
  const layers = JSON.parse(docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', tag(form)])).length;
  const again = Array.from({ length: rebuilds }, (_, round) => {
    appendFileSync(join(folder, 'count.py'), `# change ${round}\n`);
    return build(folder, form, []);
  });
  const installs = Math.max(...again.map(({ steps }) => steps.filter((step) => /\b(apt-get|pip)\b/.test(step)).length));
  return { bytes, added: bytes - baseBytes, layers, cold: cold.seconds, rebuild: median(again.map(({ seconds }) => seconds)), installs };
}

/** How long a build took, and the steps of it that were run, not taken from the cache. */
function build(folder, form, options) {
  spawnSync('docker', ['rmi', '-f', tag(form)], { stdio: 'ignore' }); // or it stays, without a name; the builder's cache is another matter
  const started = process.hrtime.bigint();
  const args = ['build', '--progress=plain', '--tag', tag(form), '--file', forms[form], ...options, '.'];
  const { status, stderr } = spawnSync('docker', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`docker ${args.join(' ')} ended with ${status}\n${stderr}`);
  const cached = new Set([...stderr.matchAll(/^#(\d+) CACHED$/gm)].map((match) => match[1]));
  const steps = [...stderr.matchAll(/^#(\d+) (\[[^\]]*\d+\/\d+\] .*)$/gm)].filter((match) => !cached.has(match[1])).map((match) => match[2]);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, steps };
}

/** What the layers hold, as `docker history` counts it. */
function unpackedBytes(image) {
  const sizes = docker(['history', '--human=false', '--format', '{{.Size}}', image]).trim().split('\n');
  return sizes.reduce((sum, size) => sum + Number(size), 0);
}

function docker(args) {
  const { status, stdout, stderr } = spawnSync('docker', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`docker ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}

function described(lesson, ours) {
  const row = (what, key, shown) => [what, shown(lesson[key]), shown(ours[key]), (ours[key] / lesson[key]).toFixed(2)];
  const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  const seconds = (value) => `${value.toFixed(1)} s`;
  return [
    '## Images',
    `examples/word-count against bench/word-count-lesson.Dockerfile, both from ${base}; one cold build each, ${rebuilds} rebuilds, their median.`,
    table([
      ['', 'the lesson', 'imagewright', 'ratio'],
      row('size, unpacked', 'bytes', megabytes),
      row('of it above the base', 'added', megabytes),
      row('layers', 'layers', String),
      row('cold build', 'cold', seconds),
      row('rebuild after a change of count.py', 'rebuild', seconds),
      ['steps of that rebuild that run a package manager', String(lesson.installs), String(ours.installs), ''],
    ]),
  ].join('\n\n');
}
