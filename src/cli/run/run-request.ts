/** What `run` is asked for on the command line. */

import type { EngineName } from '../../engine/index.js';

export interface RunRequest {
  readonly subject: string | undefined;
  readonly arg: readonly string[] | undefined;
  /** One of several images. */
  readonly image: string | undefined;
  readonly engine: EngineName | undefined;
  readonly detach: boolean | undefined;
  readonly interactive: boolean | undefined;
  readonly tty: boolean | undefined;
  readonly rm: boolean | undefined;
  readonly name: string | undefined;
  readonly volume: readonly string[] | undefined;
  readonly publish: readonly string[] | undefined;
  readonly env: readonly string[] | undefined;
  readonly user: string | undefined;
  readonly 'dry-run': boolean;
  readonly afterDashes: readonly string[];
}
