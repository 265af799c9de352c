/**
 * A variable or build argument whose name says that it is a secret, whatever its value: `docker build --check` goes by the name alone. What is certain to be one is an error of its own.
 */

import type { Instruction } from '../../ir/instruction.js';
import { allInstructions } from '../../ir/program.js';
import { originText, type Origin } from '../../origin.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

const SECRET = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const PUBLIC = /(?:^|_)public(?:_|$)/i;

/** What the compiler takes for none, so that it has said nothing of the argument. */
const OPEN = /(?:^|_)(?:file|path|dir|name|version|url)$/i;

export const secretName = lintRule({
  name: 'secret-name',
  level: 'warning',
  summary: 'no variable and no build argument has the name of a secret',
  why: 'All of them can be read by whoever has the image, and tools that look for leaks go by their names.',
  bad: { base: 'debian:bookworm-slim', env: { TIDE_AUTH: 'off' } },
  good: { base: 'debian:bookworm-slim', env: { TIDE_LOGIN: 'off' } },
  also: ['SecretsUsedInArgOrEnv', 'DL3064'],
  check: (program, _facts, raw) => {
    const inRaw = new Set(raw.map(({ origin }) => originText(origin)));
    return allInstructions(program).flatMap((instruction) => namesOf(instruction, inRaw).flatMap(checkName));
  },
});

interface Name {
  readonly name: string;
  readonly origin: Origin;
}

function namesOf(instruction: Instruction, inRaw: ReadonlySet<string>): readonly Name[] {
  if (instruction.kind === 'env') return instruction.entries;
  if (instruction.kind !== 'arg') return [];
  const { name } = instruction;
  const origin = instruction.origins[0]!;
  const isTold = instruction.default === undefined && !OPEN.test(name) && !inRaw.has(originText(origin));
  return isTold ? [] : [{ name, origin }];
}

function checkName({ name, origin }: Name): readonly Finding[] {
  if (!SECRET.test(name) || PUBLIC.test(name)) return [];
  return [
    {
      origin,
      message: `"${name}" has the name of a secret, and everybody who has the image can read it`,
      hint: "mount what is one, with secret('…'); give what is none another name",
    },
  ];
}
