/** A folder that is copied with the one that the container writes its results to: what is mounted there covers them. */

import { fixAt } from '../../edit.js';
import { takenFiles } from '../read/taken-files.js';
import { lintRule } from './lint-rule.js';

export const resultsInImage = lintRule({
  name: 'results-in-image',
  level: 'warning',
  summary: 'what a container writes to the host is not copied into the image',
  why: 'Results of the last run make the image larger and another one each time; in the container the mounted folder covers them.',
  bad: {
    base: 'debian:bookworm-slim',
    workdir: '/opt/tides',
    copy: { '.': './' },
    container: { mounts: [{ host: 'results', to: '/opt/tides/results' }] },
  },
  good: {
    base: 'debian:bookworm-slim',
    workdir: '/opt/tides',
    copy: { src: './' },
    container: { mounts: [{ host: 'results', to: '/opt/tides/results' }] },
  },
  facts: {
    sources: {
      '.': {
        files: [
          { path: 'src/tides.py', size: 10 },
          { path: 'results/ebb.csv', size: 20 },
        ],
      },
      src: { files: [{ path: 'src/tides.py', size: 10 }] },
    },
    container: { mounts: [{ host: 'results', to: '/opt/tides/results' }], ports: [] },
  },
  check: (program, facts) => {
    const folders = (facts.container?.mounts ?? []).flatMap(({ host = '', readOnly }) =>
      readOnly === true ? [] : [host.replace(/^(?:\.\/)+|\/+$/g, '')],
    );
    const taken = takenFiles(program, facts);
    return [...new Set(folders)]
      .filter((folder) => folder !== '' && folder !== '.' && !folder.startsWith('..') && !folder.startsWith('/'))
      .flatMap((folder) => {
        const file = taken.find(({ path, source }) => path.startsWith(`${folder}/`) && !`${source}/`.startsWith(`${folder}/`));
        if (file === undefined) return [];
        const origin = file.by.origins[0]!;
        // What is named from it is needed: the ignore file would take that away.
        const isNamed = Object.keys(facts.sources ?? {}).some((source) => `${source.replace(/^(?:\.\/)+/, '')}/`.startsWith(`${folder}/`));
        const fix = isNamed ? {} : fixAt(origin, `leave "${folder}" out of the image`, { kind: 'append', path: ['ignore'], value: folder });
        const hint = isNamed ? 'copy less: name the files that are needed' : `write ignore: ['${folder}']`;
        return [{ origin, message: `"${folder}", which the container writes to, is copied along`, hint, ...fix }];
      });
  },
});
