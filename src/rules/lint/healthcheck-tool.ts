/** A healthcheck that calls what the image does not have: curl or wget on a base without them. */

import { imageStage } from '../../ir/program.js';
import type { Healthcheck } from '../../ir/instruction.js';
import { shellCommands } from '../read/shell-commands.js';
import { plainBase, stageChain } from '../read/stage-chain.js';
import { lintRule } from './lint-rule.js';

const LACKING: Readonly<Record<string, readonly string[]>> = {
  debian: ['curl', 'wget', 'nc', 'python', 'python3', 'node'],
  ubuntu: ['curl', 'wget', 'nc', 'python', 'python3', 'node'],
  alpine: ['curl', 'python', 'python3', 'node'],
  scratch: ['curl', 'wget', 'nc', 'sh', 'bash'],
};

export const healthcheckTool = lintRule({
  name: 'healthcheck-tool',
  level: 'warning',
  summary: 'what a healthcheck calls is in the image',
  why: 'The build does not notice. The container is "unhealthy" from its start, and what watches over it starts it again and again.',
  bad: { base: 'debian:bookworm-slim', healthcheck: { cmd: ['curl', '-f', 'http://127.0.0.1:8080/'] } },
  good: { base: 'debian:bookworm-slim', apt: ['curl'], healthcheck: { cmd: ['curl', '-f', 'http://127.0.0.1:8080/'] } },
  check: (program) => {
    const chain = stageChain(program, imageStage(program));
    const check = imageStage(program).instructions.find((it): it is Healthcheck => it.kind === 'healthcheck');
    const command = check?.command?.form === 'exec' ? check.command.argv[0] : shellCommands(check?.command?.line ?? '')[0]?.words[0];
    if (command === undefined || !LACKING[plainBase(chain) ?? '']?.includes(command)) return [];
    const others = chain.flatMap(({ instructions }) => instructions).filter(({ kind }) => kind !== 'healthcheck' && kind !== 'from');
    // Whoever names it, or copies programs from elsewhere, may well have brought it.
    if (others.some((it) => JSON.stringify(it).includes(command) || (it.kind === 'copy' && it.from !== undefined))) return [];
    return [
      {
        origin: check!.origins[0]!,
        message: `the healthcheck calls "${command}", which is not in the image`,
        hint: 'install it, or let the program check itself',
      },
    ];
  },
});
