/**
 * `search`: images of Docker Hub, or of another registry, by a word.
 */

import { command } from '../command.js';
import { engineOption } from '../engine-option.js';

export const search = command({
  subject: { name: 'term', describe: 'a word: on Docker Hub of name or description, elsewhere a part of the name', values: () => [] },
  summary: 'look for images on Docker Hub, or in another registry',
  options: {
    ...engineOption,
    registry: { type: 'string', requiresArg: true, describe: 'host and port of another registry than Docker Hub' },
    limit: { type: 'string', requiresArg: true, default: '25', describe: 'at most so many' },
  },
  examples: [
    ['imagewright search snakemake', 'on Docker Hub'],
    ['imagewright search --registry registry.example.org word', 'in a registry of your own'],
  ],
  manual: {
    about: [
      'Docker Hub is searched by the engine, which shows names, descriptions and stars. Engines do not search other registries: there, names are asked for by the API of registries, with the login that the engine has; not every registry gives them.',
    ],
    seeAlso: ['login', 'pull'],
  },
  run: async (args, output) => (await import('../sharing/search-images.js')).searchImages(args, output),
});
