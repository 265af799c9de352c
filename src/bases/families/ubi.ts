/**
 * Red Hat Universal Base Images 8, 9 and 10: `registry.access.redhat.com/ubi9:9.4`, `…/ubi9/ubi-minimal`, `…/ubi9-minimal`, `redhat/ubi9-minimal`.
 *
 * The `micro` ones have a shell and no package manager.
 */

import { redHatFacts } from '../distros/red-hat.js';
import type { BaseFacts, BaseFamily } from '../facts.js';

const REGISTRIES = ['registry.access.redhat.com/', 'registry.redhat.io/', 'docker.io/redhat/'];
const MAJORS = ['8', '9', '10'];
const NAMES = MAJORS.flatMap((major) =>
  ['', '-minimal', '-micro', '-init'].flatMap((variant) => [`ubi${major}${variant}`, `ubi${major}/ubi${variant}`]),
);

export const ubi: BaseFamily = {
  repositories: REGISTRIES.flatMap((registry) => NAMES.map((name) => `${registry}${name}`)),
  facts: ({ repository, tag = '' }) => {
    const major = /ubi(\d+)/.exec(repository)?.[1] ?? '';
    const release = /^(\d+\.\d+)(?:-|$)/.exec(tag)?.[1] ?? major;
    if (repository.endsWith('-micro')) return microFacts(release);
    return redHatFacts('rhel', release, repository.endsWith('-minimal') ? 'minimal' : 'full');
  },
};

function microFacts(release: string): BaseFacts {
  const { manager: _manager, accounts: _accounts, trust: _trust, zones: _zones, locales: _locales, ...facts } = redHatFacts('rhel', release);
  return { ...facts, python: { kind: 'none' } };
}
