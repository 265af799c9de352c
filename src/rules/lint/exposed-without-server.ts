/** A port of an image whose container runs nothing that could listen on it. */

import { imageStage } from '../../ir/program.js';
import { containerCommand } from '../read/container-command.js';
import { lintRule } from './lint-rule.js';

/** They do their work and end, or are for somebody at a terminal. */
const NO_SERVER = /^(?:bash|sh|ash|zsh|dash)$|^(?:echo|printf|true|false|cat|ls|sleep|make|snakemake|nextflow|env|date|tail)(?: |$)/;

export const exposedWithoutServer = lintRule({
  name: 'exposed-without-server',
  level: 'warning',
  summary: 'an exposed port has a program that listens on it',
  why: 'Whoever publishes the port gets no answer: the program is missing, or the port is left over.',
  bad: { base: 'debian:bookworm-slim', expose: [8080], cmd: ['snakemake', '--cores', '1'] },
  good: { base: 'debian:bookworm-slim', expose: [8080], cmd: ['tide-server', '--port', '8080'] },
  check: (program, { container }) => {
    const expose = imageStage(program).instructions.find(({ kind }) => kind === 'expose');
    const command = containerCommand(program);
    if (expose === undefined || command === undefined || container?.command !== undefined) return [];
    const line = command.words.join(' ').replace(/^(?:\/usr)?\/bin\//, '');
    if (line !== '' && !NO_SERVER.test(line)) return [];
    const message = line === '' ? 'a port is exposed, and the image has no command' : `a port is exposed, and "${command.words[0]}" listens on none`;
    return [{ origin: expose.origins[0]!, message, hint: 'say with cmd what is to listen, or leave expose out' }];
  },
});
