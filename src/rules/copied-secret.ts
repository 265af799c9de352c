/**
 * A file that holds a secret goes into a layer: copied by name from the context, or written by `files`.
 */

import type { Instruction } from '../ir/instruction.js';
import { shownText } from '../text.js';
import { isSecretPath } from './read/secret-path.js';
import { rule, type Finding } from './rule.js';

export const copiedSecret = rule({
  name: 'copied-secret',
  severity: 'warning',
  summary: 'files that hold secrets stay out of the image',
  why: 'Whoever has the image has each of its layers: a key that was copied can be read from it, also when a later step removes the file.',
  bad: { base: 'debian:bookworm-slim', copy: { '.env': '/app/.env' } },
  good: { base: 'debian:bookworm-slim', copy: { '.env.example': '/app/.env.example' } },
  check: ({ stages }) => stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  return pathsOf(instruction)
    .filter(isSecretPath)
    .map((path) => ({
      origin: instruction.origins[0]!,
      message: `"${path}" looks like a secret, and everyone who has the image could read it`,
      hint: `give it to the step that needs it as a mount, with secret('…'), or to the container when it runs, with --env-file or -v`,
    }));
}

function pathsOf(instruction: Instruction): readonly string[] {
  if (instruction.kind === 'onbuild') return pathsOf(instruction.instruction);
  if (instruction.kind === 'file') return [instruction.to];
  if (instruction.kind === 'add') return instruction.sources.flatMap((source) => (source.type === 'archive' ? [source.path] : []));
  return instruction.kind === 'copy' && instruction.from === undefined ? instruction.sources.map(shownText) : [];
}
