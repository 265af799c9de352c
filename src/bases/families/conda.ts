/**
 * Images with a conda installation in /opt/conda, whose python comes first on PATH and belongs to the image: `condaforge/miniforge3:24.9.2-0`,
 * `condaforge/mambaforge`, `continuumio/miniconda3`, `continuumio/anaconda3`.
 *
 * Their tags say nothing of the distribution's release: Ubuntu for conda-forge's, Debian for the others.
 */

import { debianFacts } from '../distros/debian.js';
import { ubuntuFacts } from '../distros/ubuntu.js';
import type { BaseFamily } from '../facts.js';

const FORGE = ['docker.io/', 'quay.io/'].flatMap((home) =>
  ['miniforge3', 'mambaforge', 'miniforge-pypy3'].map((name) => `${home}condaforge/${name}`),
);

export const conda: BaseFamily = {
  repositories: [...FORGE, 'docker.io/continuumio/miniconda3', 'docker.io/continuumio/anaconda3'],
  facts: ({ repository, tag = '' }) => {
    if (tag.includes('alpine')) return undefined;
    const facts = FORGE.includes(repository) ? ubuntuFacts() : debianFacts();
    return { ...facts, python: { kind: 'own' }, tools: FORGE.includes(repository) ? ['conda', 'mamba'] : ['conda'] };
  },
};
