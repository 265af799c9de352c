/** Files of the context, of a stage or of an image: `COPY --chown=app src/ /opt/app/src/`. */

import type { Copy } from '../ir/instruction.js';
import type { CopySpec } from '../spec/spec.js';

export function lowerCopy({ kind, from, to, source, exclude, origin, ...flags }: CopySpec): Copy {
  return { kind, origins: [origin], sources: from, to, ...(source === undefined ? {} : { from: source }), exclude, ...flags };
}
