/**
 * A defect that generators of Dockerfiles have, seen when they were run or read, and what imagewright does instead. test/defects-of-the-field.test.ts and
 * docs/defects.md are made of such cases, one theme a file.
 */

import type { ImageDefinition } from '../../../src/spec/types.js';

export interface DefectCase {
  /** What comes out elsewhere. */
  readonly defect: string;
  /** What imagewright does; the title of the test. */
  readonly behaviour: string;
  /** As `image.ts` has it; `object`: the types refuse it. */
  readonly definition: ImageDefinition | object;
  /** The whole Dockerfile, without header and comments; undefined: there is none, for what `told` says. */
  readonly dockerfile?: string;
  /** All that is told, as `field: message; hint`. */
  readonly told?: readonly string[];
  /** How an engine shows it: by part of the configuration of the image, or by what a shell line prints in a container or, without one, the container itself. */
  readonly shown?: { readonly config: object } | { readonly script?: string; readonly prints: string };
}

/** Of cases that the engine shows: there it is. */
export const base = 'debian:bookworm-slim';

/** What apt would make other in each build is removed. */
export const traces = 'rm -rf /var/cache/ldconfig/aux-cache /var/log/alternatives.log /var/log/apt/* /var/log/dpkg.log';
