/** A script, the text of a file or a variable of raw text with a token, a private key or a password in it. */

import type { Instruction } from '../../ir/instruction.js';
import { shownText } from '../../text.js';
import { tokenKind } from '../../token-kind.js';
import { scripts } from '../read/scripts.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const secretInScript = lintRule({
  name: 'secret-in-script',
  level: 'error',
  summary: 'no script, no text of a file and no raw text has a secret in it',
  why: 'The history of the image keeps each script word for word, and the layer each file: whoever has the image reads it.',
  bad: { base: 'debian:bookworm-slim', run: ['curl https://tides:ebb-and-flow@example.org/tides.csv'] },
  good: {
    base: 'debian:bookworm-slim',
    run: [{ script: 'curl --netrc-file /run/secrets/tides https://example.org/tides.csv', mounts: [{ kind: 'secret', id: 'tides' }] }],
  },
  check: (program) => [
    ...scripts(program).flatMap(({ text, origin }) => finding(text, origin)),
    ...program.stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
  ],
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind === 'onbuild') return checkInstruction(instruction.instruction);
  if (instruction.kind === 'file') return finding(instruction.content, instruction.origins[0]!);
  // Those of fields are errors of the compiler: what is left is raw text.
  if (instruction.kind === 'arg') return finding(shownText(instruction.default ?? []), instruction.origins[0]!);
  return instruction.kind === 'env' || instruction.kind === 'label'
    ? instruction.entries.flatMap(({ value, origin }) => finding(shownText(value), origin))
    : [];
}

function finding(text: string, origin: Finding['origin']): readonly Finding[] {
  const kind = tokenKind(text);
  if (kind === undefined) return [];
  return [
    { origin, message: `it holds what looks like ${kind}; everybody who has the image could read it`, hint: "mount it: mounts: [secret('ID')]" },
  ];
}
