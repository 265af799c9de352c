/**
 * A port of raw text that the builder reads otherwise than it looks: with an address, or with a protocol in capitals.
 */

import { allInstructions } from '../../ir/program.js';
import { literalPath } from '../../text.js';
import type { Finding } from '../rule.js';
import { lintRule } from './lint-rule.js';

export const badPort = lintRule({
  name: 'bad-port',
  level: 'warning',
  summary: 'an exposed port is a number, with a protocol in lower case',
  why: 'EXPOSE says which port the image listens on; which address and port of the host lead there is for whoever runs it.',
  bad: { base: 'debian:bookworm-slim', cmd: ['tides', '--listen'], raw: ['EXPOSE 53/UDP'] },
  good: { base: 'debian:bookworm-slim', cmd: ['tides', '--listen'], expose: ['53/udp'] },
  also: ['ExposeProtoCasing', 'ExposeInvalidFormat', 'DL3011'],
  check: (program) =>
    allInstructions(program).flatMap((instruction) =>
      instruction.kind === 'expose' ? instruction.ports.flatMap((port) => checkPort(literalPath(port), instruction.origins[0]!)) : [],
    ),
});

function checkPort(port: string | undefined, origin: Finding['origin']): readonly Finding[] {
  if (port === undefined) return [];
  if (port.includes(':'))
    return [{ origin, message: `"${port}" has more than the port of the image`, hint: `write ${port.slice(port.lastIndexOf(':') + 1)}` }];
  if (/[A-Z]/.test(port)) return [{ origin, message: `the protocol of "${port}" is in capitals`, hint: `write ${port.toLowerCase()}` }];
  const numbers = port
    .replace(/\/\w+$/, '')
    .split('-')
    .map(Number);
  return numbers.every((number) => number <= 65_535)
    ? []
    : [{ origin, message: `"${port}" is no port: they end at 65535`, hint: 'write the port that is listened on' }];
}
