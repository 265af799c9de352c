/** The engines, in the order in which they are looked for. */

import { buildah } from './buildah.js';
import { docker } from './docker.js';
import type { Engine } from './engine.js';
import { nerdctl } from './nerdctl.js';
import { podman } from './podman.js';

export const engines = { docker, podman, nerdctl, buildah } satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;
