/**
 * The Rocker project's versioned stack: `rocker/r-ver:4.3.2`, `rocker/rstudio`, `rocker/tidyverse`, `ghcr.io/rocker-org/verse`.
 *
 * From R 4.0.0 on they are Ubuntu, of a long-term release that the tag does not say; before, Debian. Those with RStudio or Shiny have an account of their own.
 */

import { debianFacts } from '../distros/debian.js';
import { ubuntuFacts } from '../distros/ubuntu.js';
import type { BaseFamily, BaseUser } from '../facts.js';

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

export const rocker: BaseFamily = {
  repositories: Object.keys(ACCOUNTS).flatMap((name) => [`docker.io/rocker/${name}`, `ghcr.io/rocker-org/${name}`]),
  facts: ({ repository, tag = '' }) => {
    const accounts = ACCOUNTS[repository.slice(repository.lastIndexOf('/') + 1)] ?? [];
    const facts = /^3(?:\.|$)/.test(tag) ? debianFacts() : ubuntuFacts();
    return { ...facts, users: [...facts.users, ...accounts], usersComplete: accounts.includes(RSTUDIO) };
  },
};
