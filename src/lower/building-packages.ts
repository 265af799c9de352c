/**
 * mayBuildWith(): whether a package that the image runs with is also of use where something is built for it: compilers and their like, what fetches sources, what trusts where
 * they come from, the language itself, libraries and headers. All else (`jq`, `graphviz`, `nano`) stays out of the stage that builds: one more of it then builds nothing again.
 *
 *     { packages: ['jq', 'libpq5', 'python3'], build: ['gcc', 'libpq-dev'] }        build stage: gcc, libpq-dev, libpq5, python3
 *
 * What is run while building and is none of these belongs into `build`.
 */

import { isLasting } from '../ir/cost-model.js';

const LANGUAGES = ['python', 'pypy', 'node', 'npm', 'ruby', 'r-', 'R-', 'java'];
const BUILDING =
  'autoconf automake bison clang cmake f2c flex gettext libtool m4 make meson nasm ninja ninja-build patch patchelf pkg-config pkgconf pkgconfig protobuf-compiler swig yasm'.split(
    ' ',
  );
const FETCHING = [
  'git',
  'git-core',
  'git-lfs',
  'mercurial',
  'subversion',
  'openssh',
  'openssh-client',
  'openssh-clients',
  'ca-certificates',
  'curl',
  'wget',
  'gnupg',
  'unzip',
];

/** `name`: as it was asked for, with a version or not. */
export function mayBuildWith(name: string): boolean {
  const plain = /^[^=<>~@:\s]*/.exec(name)![0];
  return (
    (isLasting(plain) && !/^(?:texlive|libreoffice)/.test(plain)) ||
    [...BUILDING, ...FETCHING].includes(plain) ||
    LANGUAGES.some((language) => plain.startsWith(language)) ||
    /^lib|-(?:dev|devel|headers|libs)$|^@/.test(plain)
  );
}
