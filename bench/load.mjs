/**
 * Load: what `generate`, `check` and `lint` take for a repository of many definitions, each in a file of its own, in one process: `image.ts` imports them and exports them as a
 * record. Processor time (user and system) and peak memory, by the number of definitions: what grows faster than that is a defect.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, table } from './table.mjs';

const sizes = [250, 500, 1000, 2000];
const rounds = 3;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
/** `generate`, first with nothing in any cache; `lint` ends with 1 where it finds something. */
const runs = { 'generate, cold': ['generate', '--force'], generate: ['generate'], check: ['check'], lint: ['lint'] };

export function measureLoad(counts = sizes) {
  const measured = counts.map((count) => ({ count, ...measure(count) }));
  return [
    '## Load',
    `One process for a repository of so many definitions, each a file that \`image.ts\` imports; ${rounds} rounds, medians. Processor time, in brackets for each definition, and peak memory.`,
    table([
      ['definitions', ...Object.keys(runs).map((name) => `\`${name.replace(',', '`,')}${name.includes(',') ? '' : '`'}`)],
      ...measured.map(({ count, ...results }) => [String(count), ...Object.keys(runs).map((name) => cell(results[name], count))]),
    ]),
    growth(measured),
  ].join('\n\n');
}

function cell({ seconds, memory }, count) {
  return `${seconds.toFixed(2)} s (${((seconds / count) * 1000).toFixed(2)} ms), ${memory.toFixed(0)} MiB`;
}

/** From the fewest to the most, what is the same for any number left out. */
function growth(measured) {
  const [few, most] = [measured[0], measured.at(-1)];
  const half = measured.at(-2);
  if (measured.length < 3) return '';
  const ratios = Object.keys(runs).map((name) => {
    const slope = (from, to) => (to[name].seconds - from[name].seconds) / (to.count - from.count);
    return `\`${name}\` ${(slope(half, most) / slope(few, half)).toFixed(2)}`;
  });
  return `Time for one definition more, from ${half.count} to ${most.count}, as a multiple of that from ${few.count} to ${half.count} (1: linear): ${ratios.join(', ')}.`;
}

function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), 'imagewright-load-'));
  try {
    writeProject(folder, count);
    const results = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
      mkdirSync(join(folder, 'node_modules'));
      for (const [name, args] of Object.entries(runs)) results[name].push(run(args, folder));
    }
    const middle = (list, key) => median(list.map((each) => each[key]));
    return Object.fromEntries(
      Object.entries(results).map(([name, list]) => [name, { seconds: middle(list, 'seconds'), memory: middle(list, 'memory') }]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The process says of itself, when it ends, what it took: seconds and MiB. */
function run(args, cwd) {
  const hook = `data:text/javascript,import { writeSync } from 'node:fs'; process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 })); });`;
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, output } = spawnSync(process.execPath, ['--import', hook, cli, ...args, '--quiet'], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}`);
  return JSON.parse(output[3]);
}

/** Services of a platform, say: alike, and none the same. */
function writeProject(folder, count) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  mkdirSync(join(folder, 'services'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/main.py'), '');
  for (const number of numbers) writeFileSync(join(folder, `services/s${number}.ts`), definition(number));
  const imports = numbers.map((number) => `import s${number} from './services/s${number}';\n`).join('');
  writeFileSync(join(folder, 'image.ts'), `${imports}export default { ${numbers.map((number) => `s${number}`).join(', ')} };\n`);
}

function definition(number) {
  return `export default {
  name: 'service-${number}', version: '1.${number}',
  base: 'debian:bookworm-slim',
  stages: { build: { base: 'debian:bookworm-slim', apt: ['gcc', 'make'], copy: { src: '/src' }, run: ['make -C /src EDITION=${number}'] } },
  apt: ['ca-certificates', 'python3', 'python3-venv'${number % 3 === 0 ? ", 'git'" : ''}],
  pip: ['flask==3.0.${number % 4}', 'gunicorn==22.0.0'],
  env: { PORT: '${8000 + number}' },
  user: 'app',
  workdir: '/opt/service',
  copy: [{ stage: 'build', from: '/src/out', to: '/opt/service/' }],
  expose: [${8000 + number}],
  cmd: ['gunicorn', '-b', ':${8000 + number}', 'service'],
};
`;
}
