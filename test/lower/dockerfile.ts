/** The Dockerfile behind its header, without comments unless they are asked for; or what is wrong. */

import { compile } from '../../src/pipeline.js';
import type { ImageDefinition } from '../../src/spec/types.js';

export function dockerfile(definition: ImageDefinition): string {
  const compiled = compile({ dockerfile: { comments: false }, ...definition });
  return compiled.ok ? compiled.dockerfile.split('\n').slice(3).join('\n') : JSON.stringify(compiled.diagnostics);
}
