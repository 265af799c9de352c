/**
 * Target: what reads the Dockerfile, and how it is to be read; see `dockerfile` in spec/types.ts.
 *
 * Leaf module, shared by the spec and the program.
 */

export type Builder = 'buildkit' | 'buildah' | 'legacy';

export interface Target {
  readonly builder: Builder;
  /**
   * Version of what reads the Dockerfile, as `1.10`: of BuildKit's frontend or of Buildah. `-labs` behind a frontend's: with what is still tried out. Absent for
   * the legacy builder, which has none of its own, and for the newest frontend of all.
   */
  readonly version?: string;
  /** What stands behind `# syntax=docker/dockerfile:`; absent: the frontend that the engine brings. */
  readonly syntax?: string;
  /** What escapes, and continues lines; absent: a backslash. */
  readonly escape?: '`';
  readonly checks?: Checks;
}

/** What `# check=` says to `docker build --check`. */
export interface Checks {
  /** Names of checks, or `all`. */
  readonly skip: readonly string[];
  /** Whether a finding ends the build. */
  readonly error: boolean;
}

/** The oldest frontend that what we write is for, unless the definition names another: Docker 27.3 and newer bring it. */
export const OLDEST_FRONTEND = '1.10';

/** The oldest Buildah, unless the definition names another: the first with heredocs, and Podman 4.8's. */
export const OLDEST_BUILDAH = '1.33';

export const DEFAULT_TARGET: Target = { builder: 'buildkit', version: OLDEST_FRONTEND };
