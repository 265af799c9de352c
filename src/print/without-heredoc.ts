/**
 * withoutHeredoc(): a script as commands that stand on one line, for builders without heredocs.
 *
 *     set -e                          eval "$(printf '%s\n' \
 *     for file in *.txt; do               'set -e' \
 *       sort "$file"                      'for file in *.txt; do' \
 *     done                                '  sort "$file"' \
 *                                         'done')"
 *
 * Lines of plain words are joined with `&&`, as a person would; a script with an interpreter of its own becomes a file for as long as it runs. Undefined where
 * the shell is none that reads this.
 */

import type { ShellCommand } from '../ir/instruction.js';
import { shellWord } from '../shell-word.js';

/** `set -e` first, and then nothing that a shell reads otherwise in a list than on a line. */
const PLAIN_LINE = /^(?!(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|function|time|set|exec)\b)[\w./:@%+,-]+(?: [\w./:@%+,=-]+)*$/;

const FILE = '/tmp/imagewright-script';

/** `file`: where a script with an interpreter of its own stands as long as it runs. */
export function withoutHeredoc(body: string, file = FILE): readonly ShellCommand[] {
  const lines = body.replace(/\n$/, '').split('\n');
  if (body.startsWith('#!')) return scriptFile(lines, file);
  const [first, ...rest] = lines;
  const plain = (first === 'set -e' ? rest : lines).filter((line) => line !== '');
  const isList = first === 'set -e' && plain.length > 0 && plain.every((line) => PLAIN_LINE.test(line));
  return isList ? plain.map((line) => command(line)) : [command("eval \"$(printf '%s\\n'", quotedLines(lines, ')"'))];
}

function scriptFile(lines: readonly string[], file: string): readonly ShellCommand[] {
  return [command("printf '%s\\n'", quotedLines(lines, ` > ${file}`)), ...[`chmod 0755 ${file}`, file, `rm ${file}`].map((line) => command(line))];
}

/** `<<` would begin a heredoc wherever it stood. */
function quotedLines(lines: readonly string[], end: string): readonly string[] {
  const words = lines.map((line) => (line.includes('<<') ? shellWord(line).replaceAll('<<', "<''<") : line === '' ? "''" : shellWord(line)));
  return words.map((word, index) => (index === words.length - 1 ? `${word}${end}` : word));
}

function command(line: string, words: readonly string[] = []): ShellCommand {
  return { line, arguments: words, isolated: false };
}
