/**
 * Personal package archives of Launchpad as what they are: repositories for apt, with a suite for each release of Ubuntu.
 *
 *     apt: { ppas: [{ ppa: 'deadsnakes/ppa', key: { file: 'deadsnakes.asc' } }] }
 *
 *     URIs: https://ppa.launchpadcontent.net/deadsnakes/ppa/ubuntu
 *     Suites: noble
 *     Components: main
 *
 * Needs no `add-apt-repository`, which would bring Python along and ask Launchpad for the key that it is to trust. Refuses a base that is no Ubuntu, and one
 * whose release is not known.
 */

import { ubuntuCodeName, type BaseFacts } from '../bases/index.js';
import type { RepositorySpec, SystemPackagesSpec } from '../spec/spec.js';
import type { StageContext } from './context.js';

export function ppaRepositories({ ppas }: SystemPackagesSpec, facts: BaseFacts, { base, report }: StageContext): readonly RepositorySpec[] {
  const [first] = ppas;
  if (!first) return [];
  const suite = facts.release === undefined ? undefined : ubuntuCodeName(facts.release);
  if (facts.distro !== 'ubuntu') {
    report.error('not-ubuntu', first.origin, {
      message: `"${base.image}" is ${facts.title}, and a PPA is built for Ubuntu`,
      hint: 'name a repository for it under "repositories", or begin with an image of Ubuntu',
    });
  } else if (suite === undefined) {
    report.error('unknown-release', first.origin, {
      message: `a PPA has a suite for each release of Ubuntu, and "${base.image}" does not say its release`,
      hint: `say it: base: { image: '${base.image}', distro: 'ubuntu:24.04' }`,
    });
  }
  if (facts.distro !== 'ubuntu' || suite === undefined) return [];
  return ppas.map(({ owner, archive, key, origin }) => ({
    name: `${owner}-${archive}`,
    uri: `https://ppa.launchpadcontent.net/${owner}/${archive}/ubuntu`,
    suites: [suite],
    components: ['main'],
    architectures: [],
    key,
    origin,
  }));
}
