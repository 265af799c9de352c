/**
 * builderWith(): which builder has a feature, of the target's sort or, where none of that has it, BuildKit; as messages and hints say it.
 *
 *     builderWith({ builder: 'buildah', version: '1.33' }, 'exclude')    { need: 'Buildah 1.38', setting: "{ for: 'buildah 1.38' }" }
 */

import type { Target } from '../target.js';
import { engineOf, features, type Feature, type FeatureName } from './features.js';

export interface BuilderWith {
  readonly need: string;
  /** What asks for it, as a value of `dockerfile`. */
  readonly setting: string;
  /** The first Docker that brings it. */
  readonly engine?: string;
}

export function builderWith({ builder }: Target, name: FeatureName): BuilderWith {
  const { frontend, labs, buildah }: Feature = features[name];
  if (builder === 'buildah' && buildah !== undefined) return { need: `Buildah ${buildah}`, setting: `{ for: 'buildah ${buildah}' }` };
  if (builder !== 'buildkit') return { need: 'BuildKit', setting: "{ for: 'buildkit' }" };
  const version = frontend ?? `${labs}-labs`;
  const need = `version ${version} of the Dockerfile frontend`;
  const setting = `{ frontend: '${version}' }`;
  if (frontend === undefined) return { need, setting };
  const engine = engineOf(frontend);
  return { need: `${need}, which Docker has since ${engine}`, setting, engine };
}
