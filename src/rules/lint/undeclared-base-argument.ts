/**
 * A base that raw text names with a variable that is no build argument from before the first FROM.
 */

import type { From } from '../../ir/instruction.js';
import type { Program } from '../../ir/program.js';
import { variablesOf } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

/** Builders declare these before the first FROM. */
const PLATFORM = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)$/;

export const undeclaredBaseArgument = lintRule({
  name: 'undeclared-base-argument',
  level: 'warning',
  summary: 'the base of raw text reads build arguments of scope "global" alone',
  why: 'FROM sees no other: the variable is an empty text there, and what is built on is another image, or none.',
  bad: {
    base: 'debian:bookworm-slim',
    args: { SUFFIX: '-slim' },
    labels: { suffix: { kind: 'expand', text: '$SUFFIX' } },
    raw: ['FROM debian:bookworm${SUFFIX}'],
  },
  good: { base: 'debian:bookworm-slim', args: { SUFFIX: { default: '-slim', scope: 'global' } }, raw: ['FROM debian:bookworm${SUFFIX}'] },
  also: ['UndefinedArgInFrom'],
  check: (program) => program.stages.flatMap(({ instructions: [from] }) => (from?.kind === 'from' ? checkFrom(from, program) : [])),
});

function checkFrom({ image = [], platform = '', origins }: From, { globalArgs }: Program): readonly Finding[] {
  const inPlatform = [...platform.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name!);
  return [...new Set([...variablesOf(image), ...inPlatform])]
    .filter((name) => !PLATFORM.test(name) && globalArgs.every((arg) => arg.name !== name))
    .map((name) => ({
      origin: origins[0]!,
      message: `FROM reads "${name}", which is no build argument of scope "global"`,
      hint: `write args: { ${name}: { default: '…', scope: 'global' } }`,
    }));
}
