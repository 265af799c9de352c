/** A server whose port its command says, and that is not among those that are exposed. */

import { imageStage, type Program } from '../../ir/program.js';
import { literalPath } from '../../text.js';
import { containerCommand } from '../read/container-command.js';
import { serverAddress } from '../read/server-address.js';
import { stageChain } from '../read/stage-chain.js';
import { fixAt } from '../../edit.js';
import { lintRule } from './lint-rule.js';

export const portNotExposed = lintRule({
  name: 'port-not-exposed',
  level: 'warning',
  summary: 'the port that a server listens on is exposed',
  why: 'EXPOSE is where people, "docker run -P" and orchestrators look for it.',
  bad: { base: 'python:3.12-slim', cmd: ['gunicorn', '--bind', '0.0.0.0:8000', 'tides:app'] },
  good: { base: 'python:3.12-slim', cmd: ['gunicorn', '--bind', '0.0.0.0:8000', 'tides:app'], expose: [8000] },
  check: (program) => {
    const command = containerCommand(program);
    const port = serverAddress(command?.words ?? [])?.port;
    if (port === undefined || !/^\d+$/.test(port) || command?.said === undefined || exposes(program, Number(port))) return [];
    const origin = command.said.origins[0]!;
    const fix = origin.path.length === 1 ? fixAt(origin, `expose ${port}`, { kind: 'append', path: ['expose'], value: Number(port) }) : {};
    return [{ origin, message: `"${command.words[0]}" listens on port ${port}, which is not exposed`, hint: `write expose: [${port}]`, ...fix }];
  },
});

function exposes(program: Program, port: number): boolean {
  const exposed = stageChain(program, imageStage(program)).flatMap(({ instructions }) =>
    instructions.flatMap((it) => (it.kind === 'expose' ? it.ports : [])),
  );
  return exposed.some((each) => {
    const [first, last = first] = (literalPath(each) ?? '0-65535')
      .replace(/\/\w+$/, '')
      .split('-')
      .map(Number);
    return first! <= port && port <= last!;
  });
}
