/** Downloads, repositories and archives: `ADD --checksum=sha256:… https://example.org/tool.tar.gz /opt/`. */

import type { Add } from '../ir/instruction.js';
import type { AddSpec } from '../spec/spec.js';

export function lowerAdd({ origin, ...add }: AddSpec): Add {
  return { ...add, origins: [origin] };
}
