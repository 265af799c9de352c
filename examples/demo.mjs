/**
 * `npm run demo`: the main job on examples/word-count. Prints its Dockerfile; where an engine answers that can build, builds the image, runs it, and shows the results.
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const command = join(import.meta.dirname, '../dist/cli.js');
const project = join(import.meta.dirname, 'word-count');

/** Runs a verb as one would type it; ends with its exit code when it fails. */
function imagewright(...words) {
  console.error(`\n$ imagewright ${words.join(' ')}`);
  const { status } = spawnSync(process.execPath, [command, ...words], { cwd: project, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** What doctor says of the engine that the verbs would take: the first that is installed. */
function engineCheck() {
  const { stdout } = spawnSync(process.execPath, [command, 'doctor', '--json'], { cwd: project, encoding: 'utf8' });
  return JSON.parse(stdout).checks.find(({ subject }) => /^engine\b/.test(subject));
}

imagewright('generate', '--stdout');
const { subject, message, hint, state } = engineCheck();
if (state === 'ok') {
  imagewright('build');
  imagewright('run');
  console.log(`\nexamples/word-count/results: ${readdirSync(join(project, 'results')).sort().join(', ')}`);
} else {
  console.error(`\nThe Dockerfile is complete, but no container engine can build it here.\n${subject}: ${message}\nhint: ${hint}`);
}
