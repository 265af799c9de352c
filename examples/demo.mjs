/**
 * `npm run demo`: the main job on examples/word-count. Prints its Dockerfile; where an engine answers, builds the image, runs it, and shows the results.
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

function engineAnswers() {
  const { stdout } = spawnSync(process.execPath, [command, 'doctor', '--json'], { cwd: project, encoding: 'utf8' });
  return JSON.parse(stdout).checks.some(({ subject, state }) => subject.startsWith('engine ') && state === 'ok');
}

imagewright('generate', '--stdout');
if (engineAnswers()) {
  imagewright('build');
  imagewright('run');
  console.log(`\nexamples/word-count/results: ${readdirSync(join(project, 'results')).sort().join(', ')}`);
} else {
  console.error(
    '\nNo container engine answers here, so the image is not built: "imagewright doctor" says what to install. The Dockerfile is complete.',
  );
}
