/** A script that calls `apt-key`: the key is then good for all repositories, and the program is gone from Debian 13 and Ubuntu 24.10. */

import { scripts } from '../read/scripts.js';
import { lintRule } from './lint-rule.js';

export const aptKey = lintRule({
  name: 'apt-key',
  level: 'warning',
  summary: 'keys of repositories are good for that one alone',
  why: 'What apt-key takes signs for every repository, the distribution included; and the program is no more in Debian 13 and Ubuntu 24.10.',
  bad: { base: 'debian:bookworm-slim', copy: { 'example.asc': '/keys/' }, run: ['apt-key add /keys/example.asc'] },
  good: {
    base: 'debian:bookworm-slim',
    apt: {
      packages: ['tides'],
      repositories: [{ uri: 'http://packages.example.org/debian', suites: 'bookworm', components: 'main', key: { file: 'example.asc' } }],
    },
  },
  check: (program) =>
    scripts(program)
      .filter(({ commands }) => commands.some(({ words }) => words[0] === 'apt-key'))
      .map(({ origin }) => ({
        origin,
        message: 'a key that apt-key takes is good for every repository, and new releases do not have apt-key',
        hint: 'name the repository with its key: apt: { repositories: [{ uri, suites, components, key }] }',
      })),
});
