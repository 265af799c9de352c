/**
 * The Rocker project's versioned stack: `rocker/r-ver:4.3.2`, `rocker/rstudio`, `rocker/tidyverse`, `ghcr.io/rocker-org/verse`,
 * `rocker/ml:4.4.1-cuda12.2`; and `rocker/r-ubuntu:24.04`, whose tag is Ubuntu's.
 *
 * From R 4.0.0 on they are Ubuntu, of a long-term release that the tag does not say; before, Debian, but for those with CUDA and for Binder, of which that is
 * not certain. Those with RStudio or Shiny have an account of their own; Binder runs as it.
 */

import { debianFacts } from '../distros/debian.js';
import { ubuntuFacts, ubuntuRelease } from '../distros/ubuntu.js';
import type { BaseFacts, BaseFamily, BaseUser } from '../facts.js';

const RSTUDIO: BaseUser = { name: 'rstudio', uid: 1000, gid: 1000 };

const ACCOUNTS: Readonly<Record<string, readonly BaseUser[]>> = {
  'r-ver': [],
  rstudio: [RSTUDIO],
  tidyverse: [RSTUDIO],
  verse: [RSTUDIO],
  geospatial: [RSTUDIO],
  shiny: [{ name: 'shiny' }],
  'shiny-verse': [{ name: 'shiny' }],
};

/** Accounts of images that are known from R 4.0.0 on; there may be more. */
const LATER: Readonly<Record<string, readonly BaseUser[]>> = {
  cuda: [],
  ml: [{ name: 'rstudio' }],
  'ml-verse': [{ name: 'rstudio' }],
  binder: [{ name: 'rstudio' }],
};

export const rocker: BaseFamily = {
  repositories: [...Object.keys({ ...ACCOUNTS, ...LATER }), 'r-ubuntu'].flatMap((name) => [`docker.io/rocker/${name}`, `ghcr.io/rocker-org/${name}`]),
  facts: ({ repository, tag = '' }) => {
    const name = repository.slice(repository.lastIndexOf('/') + 1);
    if (name === 'r-ubuntu') return withUsers(ubuntuFacts(ubuntuRelease(tag)), [{ name: 'docker' }]);
    const isOld = /^3(?:\.|$)/.test(tag);
    const later = LATER[name];
    if (!later) return withUsers(isOld ? debianFacts() : ubuntuFacts(), ACCOUNTS[name] ?? []);
    return isOld ? undefined : { ...withUsers(ubuntuFacts(), later), ...(name === 'binder' ? { defaultUser: 'rstudio' } : {}) };
  },
};

function withUsers(facts: BaseFacts, accounts: readonly BaseUser[]): BaseFacts {
  return { ...facts, tools: ['R'], users: [...facts.users, ...accounts], usersComplete: accounts.includes(RSTUDIO) };
}
