/**
 * `init`: an image.ts to begin with, from a template or from what the folder has; and what checks it in CI.
 */

import { ciKinds } from '../ci-kinds.js';
import { command } from '../command.js';
import { initProject } from '../init-project.js';

export const init = command({
  subject: {
    name: 'preset',
    describe: 'what to begin with: see --list',
    values: async () => Object.entries((await import('../render-template.js')).templateSummaries).map(([word, describe]) => ({ word, describe })),
  },
  summary: 'write an image.ts to begin with, or what checks it in CI',
  options: {
    list: { type: 'boolean', default: false, describe: 'print what there is to begin with' },
    from: { type: 'string', requiresArg: true, describe: 'infer it from what this folder has: --from .' },
    ci: { choices: ciKinds, array: true, nargs: 1, describe: 'write what checks, lints, builds and pushes it there; image.ts is left alone' },
    force: { type: 'boolean', default: false, describe: 'replace files that are there' },
    'dry-run': { type: 'boolean', default: false, describe: 'print what would be written' },
  },
  examples: [
    ['imagewright init python-snakemake', 'a Snakemake workflow'],
    ['imagewright init --from .', 'from requirements.txt, Snakefile, package.json and the like'],
    ['imagewright init --ci github', 'a workflow, in a project that is there'],
  ],
  manual: {
    about: [
      'Writes image.ts into the working directory, and with a preset what its template brings. With --from FOLDER it is inferred from what that folder has: requirements.txt, pyproject.toml, lock files, environment.yml, renv.lock, package.json, Snakefile. What was found, and what was not taken over, is told.',
      'With --ci and nothing else, image.ts is left alone: the file for CI is written at the root of the repository, runs "imagewright check" and the build, and is yours from then on. A file that is there is never replaced: what would be added to it is printed.',
    ],
    files: {
      '.github/workflows/image.yml': '--ci github',
      '.gitlab-ci.yml': '--ci gitlab',
      '.pre-commit-config.yaml': '--ci pre-commit',
    },
    seeAlso: ['generate', 'check'],
  },
  run: initProject,
});
