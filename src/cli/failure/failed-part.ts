/**
 * failedPart(): which command of a RUN failed, where what it printed and its exit code tell.
 *
 *     ./configure && make install     printed "make: *** No rule to make target 'install'.  Stop."   →   make install
 *     echo ebb && exit 3              ended with 3                                                    →   exit 3
 *
 * A shell names the line of a script, or the command that it did not find; most programs begin what they say with their name, and say what they could not find. Undefined
 * where that does not single out one.
 */

/** A command, or a line of a script. */
export interface Part {
  readonly text: string;
  /** 1-based line of the script that the shell has. */
  readonly line?: number;
}

export interface Ending {
  readonly exitCode?: number | undefined;
  readonly output: readonly string[];
}

/** So many of the last lines are looked at. */
const LAST = 8;

/** Commands that end well whatever happens. */
const HARMLESS = /^(?:echo|printf|true|:|set|export|exit 0)(?:\s|$)/;

export function failedPart<P extends Part>(parts: readonly P[], ending: Ending): P | undefined {
  const able = parts.filter(({ text }) => !HARMLESS.test(text));
  const suspects = able.length === 0 ? parts : able;
  if (suspects.length <= 1) return suspects[0];
  const last = ending.output.filter((line) => line.trim() !== '').slice(-LAST);
  return (
    byShell(parts, last) ?? onlyOne(suspects, ({ text }) => exitsWith(text, ending.exitCode)) ?? byName(suspects, last) ?? byMention(suspects, last)
  );
}

/** `/bin/sh: 3: nosuch: not found`, `/bin/bash: line 3: nosuch: command not found`. */
function byShell<P extends Part>(parts: readonly P[], last: readonly string[]): P | undefined {
  for (const line of last.toReversed()) {
    const [, number, rest] = /^(?:\S*\/)?(?:ba|da|z|k|a)?sh: (?:line )?(\d+): (.*)$/.exec(line) ?? [];
    if (number === undefined || rest === undefined) continue;
    const byLine = onlyOne(parts, (part) => part.line === Number(number));
    if (byLine !== undefined) return byLine;
    const [word] = rest.split(': ');
    return onlyOne(parts, ({ text }) => wordsOf(text).includes(word!));
  }
  return undefined;
}

function exitsWith(text: string, exitCode: number | undefined): boolean {
  if (exitCode === 1 && /(?:^|[\s;&|(])false\s*\)?$/.test(text)) return true;
  return exitCode !== undefined && new RegExp(`(?:^|[\\s;&|({])exit ${exitCode}\\b`).test(text);
}

/** `make: *** …`, `cat: /x: No such file or directory`: the last line that begins with the name of a program of one of them. */
function byName<P extends Part>(parts: readonly P[], last: readonly string[]): P | undefined {
  for (const line of last.toReversed()) {
    const name = /^(?:\S*\/)?([\w.+-]+)(?:\[\d+\])?: /.exec(line)?.[1];
    const named = name === undefined ? [] : parts.filter(({ text }) => wordsOf(text).some((word) => word.split('/').at(-1) === name));
    if (named.length === 1) return named[0];
    const mentioned = named.length > 1 ? byMention(named, [line]) : undefined;
    if (mentioned !== undefined) return mentioned;
  }
  return undefined;
}

/** The one of whose words most are mentioned, in the last line that mentions any. */
function byMention<P extends Part>(parts: readonly P[], last: readonly string[]): P | undefined {
  for (const line of last.toReversed()) {
    const scores = parts.map(({ text }) => wordsOf(text).filter((word) => word.length >= 4 && line.includes(word)).length);
    const most = Math.max(...scores);
    if (most > 0) return scores.filter((score) => score === most).length === 1 ? parts[scores.indexOf(most)] : undefined;
  }
  return undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s;&|()'"<>=]+/).filter((word) => word !== '');
}

function onlyOne<P>(parts: readonly P[], test: (part: P) => boolean): P | undefined {
  const found = parts.filter(test);
  return found.length === 1 ? found[0] : undefined;
}
