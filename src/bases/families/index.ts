/** The families of base images that are known. */

import type { BaseFamily } from '../facts.js';
import { almalinux } from './almalinux.js';
import { alpine } from './alpine.js';
import { archlinux } from './archlinux.js';
import { buildpackDeps } from './buildpack-deps.js';
import { centos } from './centos.js';
import { conda } from './conda.js';
import { cuda } from './cuda.js';
import { debian } from './debian.js';
import { distroless } from './distroless.js';
import { fedora } from './fedora.js';
import { golang } from './golang.js';
import { micromamba } from './micromamba.js';
import { node } from './node.js';
import { opensuse } from './opensuse.js';
import { pixi } from './pixi.js';
import { python } from './python.js';
import { rBase } from './r-base.js';
import { rocker } from './rocker.js';
import { rockylinux } from './rockylinux.js';
import { rust } from './rust.js';
import { scratch } from './scratch.js';
import { ubi } from './ubi.js';
import { ubuntu } from './ubuntu.js';
import { windows } from './windows.js';

export const families = {
  debian,
  ubuntu,
  python,
  node,
  golang,
  rust,
  buildpackDeps,
  rBase,
  rocker,
  alpine,
  fedora,
  ubi,
  rockylinux,
  almalinux,
  centos,
  opensuse,
  archlinux,
  cuda,
  micromamba,
  conda,
  pixi,
  distroless,
  windows,
  scratch,
} satisfies Record<string, BaseFamily>;
