/**
 * What other generators emit for the same request: `npm run bench -- --regenerate` installs them in a temporary folder and writes `cases/NAME/GENERATOR.Dockerfile`.
 *
 * The request is `cases/NAME/hpccm.py` for HPCCM, and for the others their arguments, in `case.json`. Each says what its generator has words for.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeSources, readCases } from './cases.mjs';

const versions = { hpccm: '26.5.0', neurodocker: '2.1.2', fly: '0.7.10' };

export function regenerate() {
  const tools = mkdtempSync(join(tmpdir(), 'imagewright-bench-'));
  try {
    run('python3', ['-m', 'venv', tools]);
    run(join(tools, 'bin/pip'), ['install', '--quiet', `hpccm==${versions.hpccm}`, `neurodocker==${versions.neurodocker}`]);
    run('npm', ['install', '--silent', '--prefix', tools, `@flydotio/dockerfile@${versions.fly}`]);
    for (const one of readCases()) {
      if (existsSync(join(one.folder, 'hpccm.py')))
        write(one, 'hpccm', run(join(tools, 'bin/hpccm'), ['--recipe', 'hpccm.py', '--format', 'docker'], one.folder));
      if (one.neurodocker)
        write(one, 'neurodocker', run(join(tools, 'bin/neurodocker'), ['generate', 'docker', '--yes', ...one.neurodocker], one.folder));
      if (one.fly) write(one, 'fly', fly(tools, one));
    }
  } finally {
    rmSync(tools, { recursive: true });
  }
}

/** It reads the project, and writes beside it. */
function fly(tools, one) {
  const folder = join(tools, one.name);
  placeSources(one, folder);
  run(join(tools, 'node_modules/.bin/dockerfile'), one.fly, folder);
  writeFileSync(join(one.folder, 'fly.Dockerfile.dockerignore'), readFileSync(join(folder, '.dockerignore')));
  return readFileSync(join(folder, 'Dockerfile'), 'utf8');
}

/** Behind a first line that tells the builder something, which would be a mere comment on any other line. */
function write({ folder }, generator, text) {
  const head = `# Made by ${generator} ${versions[generator]} with \`npm run bench -- --regenerate\`; do not edit.\n`;
  const directive = /^# ?syntax ?=.*\n/.exec(text)?.[0] ?? '';
  writeFileSync(join(folder, `${generator}.Dockerfile`), `${directive}${head}${text.slice(directive.length).trimEnd()}\n`);
}

function run(program, args, cwd) {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
