/** contextFolder(): the absolute path of the build context: the folder of the definition file, or the one that its `context` says. */

import { join } from 'node:path';
import type { ImageSpec } from '../spec/spec.js';

export function contextFolder(folder: string, { spec }: { readonly spec: ImageSpec }): string {
  return join(folder, spec.context?.value ?? '.');
}
