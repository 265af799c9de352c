/** A script that writes to what a shell reads at its start: `.bashrc`, `.profile`; `conda init` does. */

import { scripts } from '../read/scripts.js';
import type { Command } from '../read/shell-commands.js';
import { lintRule } from './lint-rule.js';

const STARTUP = /(?:^|\/)(?:\.(?:bashrc|bash_profile|bash_login|profile|zshrc|zprofile|zshenv|kshrc|cshrc)|bash\.bashrc)$/;

export const shellStartupFile = lintRule({
  name: 'shell-startup-file',
  level: 'warning',
  summary: 'no script writes to what shells read at their start',
  why: 'Only an interactive shell of that very user reads it: no later step does, not the command of the container, and on a cluster, where the home folder is that of the caller, nobody at all.',
  bad: { base: 'debian:bookworm-slim', run: ["echo 'export PATH=/opt/tides/bin:$PATH' >> ~/.bashrc"] },
  good: { base: 'debian:bookworm-slim', env: { PATH: { kind: 'expand', text: '/opt/tides/bin:$PATH' } } },
  check: (program) =>
    scripts(program).flatMap(({ commands, origin }) =>
      commands.flatMap(writtenBy).map((file) => ({
        origin,
        message: `"${file}" is read by interactive shells alone, not by the command of the container`,
        hint: "set variables with env; for conda, env: { PATH: prependPath('/opt/conda/bin') }",
      })),
    ),
});

function writtenBy({ words, writes }: Command): readonly string[] {
  const [program, verb] = [words[0]!.replace(/^.*\//, ''), words[1]];
  if (/^(?:conda|mamba|micromamba)$/.test(program) && (verb === 'init' || (verb === 'shell' && words[2] === 'init'))) return ['.bashrc'];
  const named = program === 'tee' || (program === 'sed' && words.some((word) => word.startsWith('-i'))) ? words : [];
  return [...writes, ...named].filter((file) => STARTUP.test(file));
}
