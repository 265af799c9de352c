/**
 * How each package manager is proven: installed from its own registry, and run; from one that the test makes, where that is out of reach; or, where neither can be,
 * built up to its first command. docs/coverage.md has the table; test/support/real-installs.test.ts sees that no manager is missing, and that each test is there.
 */

import type { PartialDefinition } from '../../src/spec/types.js';

export type Proof =
  /** From the registry that everybody uses. `test` has it under `title`, and runs in a container what was installed. */
  | { readonly kind: 'public'; readonly test: string; readonly title: string }
  /** From a registry that the test makes, for the public one is out of its reach; then run likewise. */
  | { readonly kind: 'own'; readonly test: string; readonly title: string }
  /** Nothing is installed: `docker build --check` has nothing to say of what this definition becomes, with other images in the place of those that are out of reach. */
  | { readonly kind: 'check'; readonly definition: PartialDefinition };

export interface RealInstall {
  /** Field of image.ts that asks for it. */
  readonly field: string;
  readonly manager: string;
  /** What of it is shown. */
  readonly what: string;
  readonly proof: Proof;
}

const repositories = (title: string): Proof => ({ kind: 'public', test: 'test/engine/apt-repositories.test.ts', title });
const python = (title: string, kind: 'public' | 'own' = 'public'): Proof => ({ kind, test: 'test/engine/python-projects.test.ts', title });
const options: Proof = {
  kind: 'public',
  test: 'test/engine/pip-options.test.ts',
  title: 'by %s: a project with constraints, links and extras; its sources come last',
};
const node: Proof = { kind: 'public', test: 'test/engine/node.test.ts', title: 'are installed, built and run: $lock' };
const languages = (kind: 'public' | 'own', title: string): Proof => ({ kind, test: 'test/engine/languages.test.ts', title });
const standIn: Proof = { kind: 'own', test: 'test/engine/managers.test.ts', title: '%s, layers: %s' };
const check = (definition: PartialDefinition): Proof => ({ kind: 'check', definition });

const compiled = 'of Rust and Go are compiled, run, and leave neither compiler nor cache';
const index = 'by %s, which gets it by %s';
const base = 'debian:bookworm-slim';

export const realInstalls: readonly RealInstall[] = [
  { field: 'apt', manager: 'apt', what: 'a package of an extra repository, signed by a key', proof: repositories('are trusted by a key %s') },
  {
    field: 'apt',
    manager: 'apt',
    what: 'a package by its address and checksum',
    proof: repositories('are left out of the image that a downloaded package is in, which is checked before it is installed'),
  },
  {
    field: 'apk',
    manager: 'apk',
    what: 'packages, some only to build others',
    proof: check({ base: 'alpine:3.22', apk: { packages: ['git'], build: ['gcc'] }, pip: ['numpy'] }),
  },
  {
    field: 'dnf',
    manager: 'dnf',
    what: 'packages, EPEL and modules',
    proof: standIn,
  },
  {
    field: 'dnf',
    manager: 'dnf',
    what: 'packages, by microdnf',
    proof: check({ base: 'registry.access.redhat.com/ubi9/ubi-minimal:9.5', dnf: ['git'] }),
  },
  { field: 'zypper', manager: 'zypper', what: 'packages', proof: standIn },
  { field: 'pacman', manager: 'pacman', what: 'packages', proof: standIn },
  { field: 'pip', manager: 'pip', what: 'a project, with an extra', proof: python('by pip, with an extra that is made of another') },
  { field: 'pip', manager: 'pip', what: 'a project with constraints, packages of a folder, and an extra', proof: options },
  { field: 'pip', manager: 'pip', what: 'a package of an index that asks for a password', proof: python(index, 'own') },
  { field: 'pip', manager: 'uv', what: 'a project with constraints, packages of a folder, and an extra', proof: options },
  { field: 'pip', manager: 'uv', what: 'a package of an index that asks for a password', proof: python(index, 'own') },
  { field: 'uv', manager: 'uv', what: 'a project, as its lock file has it', proof: python('by uv, from its lock file') },
  { field: 'poetry', manager: 'poetry', what: 'a project, as its lock file has it', proof: python('by Poetry, from its lock file') },
  {
    field: 'conda',
    manager: 'micromamba',
    what: 'packages of two channels',
    proof: check({ base, conda: { packages: ['python=3.12', 'samtools'], channels: ['conda-forge', 'bioconda'] } }),
  },
  { field: 'conda', manager: 'mamba', what: 'packages', proof: check({ base, conda: { tool: 'mamba', packages: ['python=3.12'] } }) },
  { field: 'conda', manager: 'conda', what: 'packages', proof: check({ base, conda: { tool: 'conda', packages: ['python=3.12'] } }) },
  {
    field: 'conda',
    manager: 'pixi',
    what: 'a project, as its lock file has it',
    proof: check({ base, conda: { tool: 'pixi', file: 'pixi.toml', lock: 'pixi.lock' } }),
  },
  { field: 'npm', manager: 'npm', what: 'a project, built, and a program', proof: node },
  { field: 'npm', manager: 'pnpm', what: 'a project, built', proof: node },
  { field: 'npm', manager: 'yarn', what: 'projects of yarn 1 and 4, built', proof: node },
  { field: 'npm', manager: 'bun', what: 'a project, built', proof: node },
  {
    field: 'r',
    manager: 'r',
    what: 'a package with a part in C',
    proof: languages('own', 'of R are compiled where there are compilers, and a missing one fails the build'),
  },
  { field: 'r', manager: 'r', what: 'packages of a day', proof: check({ base, r: { packages: ['dplyr'], repository: '2025-06-01' } }) },
  { field: 'r', manager: 'r', what: 'a lock file of renv', proof: check({ base, r: { renv: 'renv.lock' } }) },
  { field: 'cargo', manager: 'cargo', what: 'a program', proof: languages('public', compiled) },
  { field: 'go', manager: 'go', what: 'a program', proof: languages('public', compiled) },
  {
    field: 'gem',
    manager: 'gem',
    what: 'a package with a part in C',
    proof: languages('own', 'of Ruby are compiled where there is a compiler, and run without one'),
  },
  { field: 'gem', manager: 'gem', what: 'a package of the public registry', proof: check({ base, gem: ['asciidoctor:2.0.23'] }) },
];

/** In words; `root` is the way from the page to the repository. */
export function provenBy(proof: Proof, root: string): string {
  if (proof.kind === 'check') return 'not installed: `docker build --check`, with other images in the place of those that are out of reach';
  const from = proof.kind === 'public' ? 'its public registry' : 'a registry that the test makes';
  return `installed from ${from}, and run: [${proof.test.replace(/.*\//, '')}](${root}/${proof.test})`;
}
