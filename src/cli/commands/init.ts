/**
 * `init`: an image.ts to begin with, from a template or from what the folder has.
 */

import { command } from '../command.js';
import { initProject } from '../init-project.js';

export const init = command({
  subject: { name: 'preset', describe: 'what to begin with: see --list' },
  summary: 'write an image.ts to begin with',
  options: {
    list: { type: 'boolean', default: false, describe: 'print what there is to begin with' },
    from: { type: 'string', requiresArg: true, describe: 'infer it from what this folder has: --from .' },
    force: { type: 'boolean', default: false, describe: 'replace files that are there' },
    'dry-run': { type: 'boolean', default: false, describe: 'print what would be written' },
  },
  examples: [
    ['imagewright init python-snakemake', 'a Snakemake workflow'],
    ['imagewright init --from .', 'from requirements.txt, Snakefile, package.json and the like'],
  ],
  run: initProject,
});
