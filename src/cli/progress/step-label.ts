/**
 * stepLabel(): what a step of the Dockerfile is called in image.ts.
 *
 *     RUN apt-get update && apt-get install …      apt
 *     RUN make                                     run[1] make
 *     COPY src /opt/src                            copy.src
 *     FROM debian:bookworm-slim AS build           stages.build.base debian:bookworm-slim
 *     RUN make                                     run[0] (preset c-server) make
 *
 * A step that several things became one of bears their names.
 */

import type { Instruction, Run } from '../../ir/instruction.js';
import { originText, type Origin, type OriginPath } from '../../origin.js';
import { shownText } from '../../text.js';

/** More names than these are left out. */
const MOST = 3;

/** Fields whose items are steps of their own. */
const LISTS = ['run', 'steps', 'copy', 'add', 'files', 'onbuild'];

export function stepLabel(instruction: Instruction): string {
  const names = [...new Set(instruction.origins.map(nameOf))].filter((name) => name !== '');
  const shown = names.length > MOST ? [...names.slice(0, MOST), '…'] : names;
  return [shown.length === 0 ? instruction.kind : shown.join(' + '), detailOf(instruction)].filter((text) => text !== '').join(' ');
}

function nameOf({ path, preset }: Origin): string {
  if (preset === undefined) return originText({ path: ownPath(path) });
  return `${originText({ path: ownPath(preset.path) })} (preset ${preset.name})`;
}

/** `['stages', 'build', 'apt', 1]` → `['stages', 'build', 'apt']`. */
function ownPath(path: OriginPath): OriginPath {
  const field = path[0] === 'stages' ? 2 : 0;
  return path.slice(0, field + (LISTS.includes(String(path[field])) ? 2 : 1));
}

function detailOf(instruction: Instruction): string {
  if (instruction.kind === 'from') return shownText(instruction.image ?? instruction.stage ?? '');
  return instruction.kind === 'run' && instruction.origins.every(isCommand) ? commandText(instruction) : '';
}

/** Whether the author wrote what is run, not what is to be there. */
function isCommand({ path, preset }: Origin): boolean {
  const said = preset?.path ?? path;
  return ['run', 'steps', 'onbuild'].includes(String(said[said[0] === 'stages' ? 2 : 0]));
}

function commandText({ script }: Run): string {
  if (script.form === 'exec') return script.argv.join(' ');
  const text = script.form === 'script' ? script.text : script.commands.map(({ line, arguments: words }) => [line, ...words].join(' ')).join(' && ');
  return text.trim().split('\n')[0]!;
}
