/** nothingToDo(): `--all` of none: fine, and told. */

import type { EngineChoice } from '../choose-engine.js';
import type { Output } from '../output.js';

export function nothingToDo(
  message: string,
  result: { readonly choice: EngineChoice; readonly what: 'containers' | 'images' },
  output: Output,
): number {
  output.note(message);
  output.result({ ok: true, engine: result.choice.engine.name, [result.what]: [], exitCode: 0 });
  return 0;
}
