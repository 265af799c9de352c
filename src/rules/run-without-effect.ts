/**
 * A `run` that only changes its own shell: `cd /opt/app`, `export PATH=…`, `source venv/bin/activate`. Reports lines that are one such command and nothing
 * else; with `&&`, a substitution or a redirection there may be more to it.
 */

import type { Instruction, ShellCommand } from '../ir/instruction.js';
import { rule, type Finding } from './rule.js';

/** What the author had in mind, by command. */
const REMEDIES: Readonly<Record<string, string>> = {
  cd: 'set workdir, or put it in front of the command that needs it: "cd DIR && …"',
  pushd: 'set workdir, or put it in front of the command that needs it: "cd DIR && …"',
  export: 'set the variable with env',
  source: "put the environment on the PATH with env: { PATH: prependPath('/opt/venv/bin') }",
  '.': "put the environment on the PATH with env: { PATH: prependPath('/opt/venv/bin') }",
  conda: "put the environment on the PATH with env: { PATH: prependPath('/opt/conda/envs/NAME/bin') }",
  set: "set shell, as in ['bash', '-eo', 'pipefail', '-c'], or put it in front of the commands that need it",
  shopt: 'put it in front of the commands that need it',
  alias: 'write a small script with files, or put it in front of the commands that need it',
  umask: 'put it in front of the commands that need it',
  ulimit: 'set it when the container runs, with --ulimit',
};

const ONE_COMMAND = /^(cd|pushd|export|source|\.|conda(?= activate )|set|shopt|alias|umask|ulimit) [^;&|<>\n`]*$/;

export const runWithoutEffect = rule({
  name: 'run-without-effect',
  severity: 'warning',
  summary: 'a run does more than change its own shell',
  why: 'Each run has a shell of its own, which starts in the working directory with the environment of the image: what `cd` or `export` changed is gone with it.',
  bad: { base: 'debian:bookworm-slim', run: ['cd /opt', 'touch started'] },
  good: { base: 'debian:bookworm-slim', run: ['cd /opt && touch started'] },
  also: ['DL3003'],
  check: ({ stages }) => stages.flatMap(({ instructions }) => instructions.flatMap(checkInstruction)),
});

function checkInstruction(instruction: Instruction): readonly Finding[] {
  if (instruction.kind !== 'run' || instruction.generated === true || instruction.script.form !== 'commands') return [];
  return instruction.script.commands.flatMap((command) => checkCommand(command, instruction));
}

function checkCommand({ line, arguments: words, origins }: ShellCommand, run: Instruction): readonly Finding[] {
  const verb = words.length === 0 && !line.includes('$(') ? ONE_COMMAND.exec(line)?.[1] : undefined;
  if (verb === undefined) return [];
  const origin = (origins ?? run.origins)[0]!;
  return [{ origin, message: `"${line}" changes nothing for the steps after it: its shell ends with it`, hint: REMEDIES[verb]! }];
}
