/** The script of a command, with the environment and the directory that are for it alone. */

import type { Report } from '../diagnostics.js';
import type { RunScript, ShellCommand } from '../ir/instruction.js';
import { shellWord } from '../shell-word.js';
import type { EnvSpec, RunSpec } from '../spec/spec.js';
import { literalValue, type Text } from '../text.js';

/** One line: `cd /opt/tool && V=1 make`. What is not a plain command gets lines of its own for that: it could take `&&` or a name in front otherwise. */
export function lineScript(line: string, step: RunSpec): RunScript {
  const isPlain = isPlainCommand(line);
  if (step.env.length === 0 && step.workdir === undefined) return { form: 'commands', commands: [command(line, !isPlain)] };
  if (!isPlain || line.includes('&&')) return { form: 'script', text: `${[...preparation(step), line].join('\n')}\n` };
  return plainScript(line, step);
}

/** An argument list that needs a shell for its environment or directory. */
export function execScript(argv: readonly string[], step: RunSpec): RunScript {
  return plainScript(argv.map((word, index) => (index === 0 ? shellWord(word).replace(/^[^']*=.*$/, "'$&'") : shellWord(word))).join(' '), step);
}

/** Several lines, kept as they are: what is for them alone stands in front. */
export function textScript(text: string, step: RunSpec, report: Report): RunScript | undefined {
  const lines = preparation(step);
  if (lines.length > 0 && text.startsWith('#!')) {
    report.error('script-with-interpreter', step.origin, {
      message: 'a script with an interpreter of its own takes no env and no workdir: they would be lines of a shell in it',
      hint: 'set them in the script',
    });
    return undefined;
  }
  return { form: 'script', text: `${[...lines, text].join('\n')}\n` };
}

function plainScript(line: string, { env, workdir }: RunSpec): RunScript {
  const assignments = env.map(assignment);
  const directory = workdir === undefined ? [] : [`cd ${shellWord(workdir)}`];
  return { form: 'commands', commands: [command([...directory, [...assignments, line].join(' ')].join(' && '), workdir !== undefined)] };
}

function preparation({ env, workdir }: RunSpec): readonly string[] {
  return [...(workdir === undefined ? [] : [`cd ${shellWord(workdir)}`]), ...env.map((entry) => `export ${assignment(entry)}`)];
}

function assignment({ name, value }: EnvSpec): string {
  return `${name}=${shellText(value)}`;
}

/** Variables are the shell's here: it sees what the builder knows, and expands them in the same way. */
function shellText(value: Text): string {
  const plain = literalValue(value);
  if (plain !== undefined) return plain === '' ? '' : shellWord(plain);
  const parts = value.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\"$`]/g, '\\$&');
    return `\${${part.variable}${part.operator ?? ''}${part.word ?? ''}}`;
  });
  return `"${parts.join('')}"`;
}

function command(line: string, isolated: boolean): ShellCommand {
  return { line, arguments: [], isolated };
}

/** Builtins that leave something behind in their shell. */
const LASTING =
  'alias|break|builtin|cd|command|continue|declare|eval|exec|exit|export|local|popd|pushd|readonly|return|set|shift|shopt|source|trap|typeset|ulimit|umask|unalias|unset';

const PLAIN_PART = new RegExp(`^(?!(?:${LASTING}|\\.|!|if|for|while|until|case|time|function)(?: |$))[\\w./:@%+,-]+(?: +[\\w./:@%+,=-]+)*$`);

/** Whether a line is nothing but programs with plain words, one after the other: it may be joined with others as it stands. */
export function isPlainCommand(line: string): boolean {
  return line.split(/ *&& */).every((part) => PLAIN_PART.test(part.trim()));
}
