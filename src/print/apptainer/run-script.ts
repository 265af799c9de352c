/**
 * runScript(): ENTRYPOINT, CMD and WORKDIR as the %runscript of a definition. Arguments stand in for those of CMD, as with an engine.
 *
 *     WORKDIR /opt/word_count              cd /opt/word_count || exit 1
 *     ENTRYPOINT ["snakemake"]             [ "$#" -gt 0 ] || set -- --cores 1
 *     CMD ["--cores", "1"]                 exec snakemake "$@"
 */

import type { CommandForm, From, Instruction } from '../../ir/instruction.js';
import { shellAfter } from '../../ir/stage-shell.js';
import { literalPath } from '../../text.js';
import { globalArguments, withArguments, type Arguments } from './build-arguments.js';
import { quotedWord, shellText } from './shell-text.js';

interface Container {
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
  /** Lines that lead to the working directory. */
  readonly workdir: readonly string[];
  readonly shell: readonly string[] | undefined;
}

const NONE: Container = { entrypoint: undefined, cmd: undefined, workdir: [], shell: undefined };

/** Each stage apart. Without a command of its own an image has that of its base: no lines. */
export function runScript(parts: readonly (readonly Exclude<Instruction, From>[])[], given: Arguments): readonly string[] {
  const { entrypoint, cmd, workdir } = parts.reduce((container, part) => part.reduce(after(part, given), container), NONE);
  if (entrypoint === undefined && cmd === undefined) return [];
  const command = entrypoint === undefined ? 'exec "$@"' : `exec ${[...entrypoint.map(quotedWord), '"$@"'].join(' ')}`;
  const standIn = cmd === undefined || cmd.length === 0 ? [] : [`[ "$#" -gt 0 ] || set -- ${cmd.map(quotedWord).join(' ')}`];
  return [...workdir.map((path) => `cd ${path} || exit 1`), ...standIn, command].map((line) => `    ${line}`);
}

function after(part: readonly Instruction[], given: Arguments) {
  const hasCmd = part.some(({ kind }) => kind === 'cmd');
  return (container: Container, instruction: Instruction): Container => {
    const shell = shellAfter(container.shell, instruction);
    switch (instruction.kind) {
      case 'entrypoint': {
        // A command of the stages below was meant for another entrypoint.
        const { cmd: _cmd, ...rest } = container;
        return { ...rest, cmd: hasCmd ? container.cmd : undefined, entrypoint: words(instruction.command, shell) };
      }
      case 'cmd':
        return { ...container, cmd: words(instruction.command, shell) };
      case 'workdir': {
        const path = withArguments(instruction.path, given);
        return { ...container, workdir: [...(literalPath(path)?.startsWith('/') ? [] : container.workdir), shellText(path)] };
      }
      default:
        return { ...container, shell };
    }
  };
}

function words(command: CommandForm, shell: readonly string[] = ['/bin/sh', '-c']): readonly string[] {
  return command.form === 'exec' ? command.argv : [...shell, command.line];
}
