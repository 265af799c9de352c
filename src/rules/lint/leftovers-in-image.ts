/** A folder that is copied with what tools have made in it on this machine: caches, environments, notebooks' checkpoints. */

import { takenFiles } from '../read/taken-files.js';
import { lintRule } from './lint-rule.js';

const LEFTOVERS =
  /(?:^|\/)(?:node_modules|\.venv|venv|__pycache__|\.pytest_cache|\.mypy_cache|\.ruff_cache|\.tox|\.nox|\.ipynb_checkpoints|\.snakemake|\.nextflow|\.Rproj\.user|\.Rhistory|\.RData|\.idea|\.vscode|\.DS_Store|\.terraform|\.gradle|\.cache)(?=\/|$)/;

export const leftoversInImage = lintRule({
  name: 'leftovers-in-image',
  level: 'warning',
  summary: 'what tools have made on this machine stays out of the image',
  why: 'It is made for this machine, larger than the project, and other on each: the image is then never the same twice.',
  bad: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { '.': './' } },
  good: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { src: './' } },
  facts: {
    sources: {
      '.': {
        files: [
          { path: 'src/tides.py', size: 10 },
          { path: '.snakemake/log', size: 20 },
        ],
      },
      src: { files: [{ path: 'src/tides.py', size: 10 }] },
    },
  },
  check: (program, facts) =>
    takenFiles(program, facts)
      .flatMap(({ path, by, source }) => {
        const match = LEFTOVERS.exec(path);
        const folder = match === null ? '' : path.slice(0, match.index + match[0].length);
        return match === null || LEFTOVERS.test(source) ? [] : [{ by, folder }];
      })
      .filter(({ by, folder }, index, all) => all.findIndex((each) => each.by === by && each.folder === folder) === index)
      .map(({ by, folder }) => ({
        origin: by.origins[0]!,
        message: `"${folder}", which a tool has made here, is copied along`,
        hint: `write ignore: ['${folder}']`,
      })),
});
