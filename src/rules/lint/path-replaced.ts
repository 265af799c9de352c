/** A PATH without the folders of the system: no command of the base is found any more. */

import type { NamedText } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { literalValue } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const pathReplaced = lintRule({
  name: 'path-replaced',
  level: 'warning',
  summary: 'PATH keeps the folders of the system',
  why: 'Values are literal: without them neither the shell nor any program of the base is found, in later steps and in the container.',
  bad: { base: 'debian:bookworm-slim', env: { PATH: '/opt/tides/bin' } },
  good: { base: 'debian:bookworm-slim', env: { PATH: { kind: 'expand', text: '/opt/tides/bin:$PATH' } } },
  check: ({ globalArgs, stages }) =>
    stages
      .filter(({ instructions: [from] }) => from?.kind !== 'from' || from.image?.[0] !== 'scratch')
      .flatMap((stage) =>
        allInstructions({ globalArgs, stages: [stage], ignore: [] }).flatMap((it) => (it.kind === 'env' ? it.entries.flatMap(checkEntry) : [])),
      ),
});

function checkEntry({ name, value, origin }: NamedText): readonly Finding[] {
  const path = name === 'PATH' ? literalValue(value) : undefined;
  if (path === undefined || path.split(':').some((folder) => /^(?:\/usr)?\/bin\/?$/.test(folder)) || /[;\\]/.test(path)) return [];
  const hint = path.includes('$PATH') ? `write expand('${path}')` : `write prependPath('${path}')`;
  return [{ origin, message: `PATH is "${path}" alone: no program of the base is found`, hint }];
}
