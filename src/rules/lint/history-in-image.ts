/** A folder that is copied with its history: `.git`. */

import { takenFiles } from '../read/taken-files.js';
import { lintRule } from './lint-rule.js';

export const historyInImage = lintRule({
  name: 'history-in-image',
  level: 'warning',
  summary: 'the history of the project stays out of the image',
  why: 'It holds all that was ever committed, secrets that were removed since included; it is often larger than the project, and changes with each commit.',
  bad: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { '.': './' }, ignore: ['!.git'] },
  good: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { src: './' }, ignore: ['!.git'] },
  facts: {
    sources: {
      '.': {
        files: [
          { path: 'src/tides.py', size: 10 },
          { path: '.git/HEAD', size: 20 },
        ],
      },
      src: { files: [{ path: 'src/tides.py', size: 10 }] },
    },
  },
  check: (program, facts) =>
    takenFiles(program, facts)
      .flatMap(({ path, by, source }) => {
        const folder = /(?:^|\/)(\.git|\.hg|\.svn|\.bzr)(?:\/|$)/.exec(path);
        return folder === null || /\.(?:git|hg|svn|bzr)$/.test(source)
          ? []
          : [{ by, folder: path.slice(0, folder.index + folder[0].replace(/\/$/, '').length) }];
      })
      .filter(({ by, folder }, index, all) => all.findIndex((each) => each.by === by && each.folder === folder) === index)
      .map(({ by, folder }) => ({
        origin: by.origins[0]!,
        message: `"${folder}", the history of the project, is copied along`,
        hint: 'take back what lets it through in ignore, or copy less',
      })),
});
