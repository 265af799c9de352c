/** A command beside an entrypoint that is a line for a shell: the shell takes no notice of it. */

import { imageStage } from '../../ir/program.js';
import { stageChain } from '../read/stage-chain.js';
import { lintRule } from './lint-rule.js';

export const commandUnread = lintRule({
  name: 'command-unread',
  level: 'warning',
  summary: 'the entrypoint is given the command',
  why: 'In shell form the entrypoint is all that runs: neither cmd nor what stands behind the image in "docker run" comes to it.',
  bad: { base: 'debian:bookworm-slim', shell: ['/bin/bash', '-c'], entrypoint: 'tides', cmd: ['--all'] },
  good: { base: 'debian:bookworm-slim', entrypoint: ['tides'], cmd: ['--all'] },
  check: (program) => {
    const instructions = stageChain(program, imageStage(program)).flatMap((stage) => stage.instructions);
    const entrypoint = instructions.findLast(({ kind }) => kind === 'entrypoint');
    const cmd = instructions.findLast(({ kind }) => kind === 'cmd');
    if (entrypoint?.kind !== 'entrypoint' || entrypoint.command.form === 'exec' || cmd === undefined) return [];
    return [
      {
        origin: cmd.origins[0]!,
        message: 'the entrypoint is a line for a shell, and is not given the command',
        hint: 'write the entrypoint as a list',
      },
    ];
  },
});
