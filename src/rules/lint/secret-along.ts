/** A folder that is copied with a file that holds a secret, by its name: `.env`, a private key, the credentials of a tool. */

import { isSecretPath } from '../read/secret-path.js';
import { takenFiles } from '../read/taken-files.js';
import { lintRule } from './lint-rule.js';

export const secretAlong = lintRule({
  name: 'secret-along',
  level: 'warning',
  summary: 'no file that holds a secret is copied along with its folder',
  why: 'Whoever has the image has each of its layers: a key that was copied can be read from it, also when a later step removes the file.',
  bad: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { '.': './' } },
  good: { base: 'debian:bookworm-slim', workdir: '/opt/tides', copy: { src: './' } },
  facts: {
    sources: {
      '.': {
        files: [
          { path: 'src/tides.py', size: 10 },
          { path: 'keys/id_rsa', size: 20 },
        ],
      },
      src: { files: [{ path: 'src/tides.py', size: 10 }] },
    },
  },
  check: (program, facts) =>
    takenFiles(program, facts)
      .filter(({ path, source }) => isSecretPath(path) && !isSecretPath(source))
      .map(({ path, by }) => ({
        origin: by.origins[0]!,
        message: `"${path}" looks like a secret, and is copied along`,
        hint: `write ignore: ['${path}'], and mount it where it is needed, with secret('…')`,
      })),
});
