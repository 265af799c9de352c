import { expect, it } from 'vitest';
import { secretAlong } from '../../../src/rules/lint/secret-along.js';
import { findings } from '../../support/lint.js';

it('reports secrets that come with a folder, and leaves to another rule what is named', () => {
  expect(
    findings(
      secretAlong,
      { workdir: '/srv', copy: { '.': './' } },
      {
        sources: {
          '.': {
            files: [
              { path: 'keys/id_rsa', size: 1 },
              { path: 'src/.env.example', size: 1 },
              { path: '.netrc', size: 1 },
            ],
          },
        },
      },
    ),
  ).toEqual(['copy["."]: "keys/id_rsa" looks like a secret, and is copied along', 'copy["."]: ".netrc" looks like a secret, and is copied along']);
});
