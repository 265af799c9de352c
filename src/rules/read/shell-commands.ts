/**
 * shellCommands(): the simple commands of a shell's text, in order, each with its words.
 *
 *     if ! curl -s "$URL" | tar -x; then exit 1; fi      curl -s $URL, piped on · tar -x · exit 1
 *
 * Enough of the grammar to know what is called with what: quotes, escapes, comments, here-documents, operators, reserved words, assignments in front. What `$( )` and
 * backquotes hold is part of the word that they stand in. Never fails.
 */

export interface Command {
  /** Without quotes; variables as they are written. Never empty. */
  readonly words: readonly string[];
  /** `DEBIAN_FRONTEND`, of `DEBIAN_FRONTEND=noninteractive apt-get …`. */
  readonly assigned: readonly string[];
  /** Files that `>` and `>>` write to. */
  readonly writes: readonly string[];
  /** What it prints is the next command's input. */
  readonly isPiped: boolean;
}

const TOKEN =
  /(?<blank>[ \t]+|\\\n)|(?<comment>(?<![^\s;&|()])#[^\n]*)|(?<heredoc><<-?\s*["']?(?<delimiter>\w+)["']?[^\n]*(?:\n(?!\s*\k<delimiter>(?:\n|$))[^\n]*)*(?:\n\s*\k<delimiter>(?=\n|$))?)|(?<write>\d*>>?\|?(?!&))|(?<redirect>\d*[<>]&?\d*-?|&>>?)|(?<operator>&&|\|\|&?|\|&?|;;?|&|\n|[(){}](?=[\s;)]|$)|[()])|(?<word>(?:\\[^]|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|`[^`]*`|'[^']*'|"(?:\\[^]|[^"\\])*"|\$\{[^}]*\}|[^\s;&|()<>\\'"`]|["'\\`])+)/g;

const RESERVED = new Set([
  '!',
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'while',
  'until',
  'do',
  'done',
  'time',
  '{',
  '}',
  'exec',
  'command',
  'builtin',
  'nohup',
]);

interface Open {
  words: string[];
  assigned: string[];
  writes: string[];
  target: 'word' | 'write' | 'redirect';
}

export function shellCommands(text: string): readonly Command[] {
  const commands: Command[] = [];
  let open = begin();
  const end = (isPiped: boolean) => {
    if (open.words.length > 0) commands.push({ words: open.words, assigned: open.assigned, writes: open.writes, isPiped });
    open = begin();
  };
  for (const { groups = {} } of text.matchAll(TOKEN)) {
    if (groups.operator !== undefined) end(/^\|&?$/.test(groups.operator));
    else if (groups.write !== undefined) open.target = 'write';
    else if (groups.redirect !== undefined) open.target = /\d$|-$/.test(groups.redirect) ? open.target : 'redirect';
    else if (groups.word !== undefined) take(open, groups.word);
  }
  end(false);
  return commands;
}

function begin(): Open {
  return { words: [], assigned: [], writes: [], target: 'word' };
}

function take(open: Open, word: string): void {
  const { target } = open;
  open.target = 'word';
  const bare = word.replace(/\\([^])|'([^']*)'|"((?:\\[^]|[^"\\])*)"/g, (_, escaped?: string, single?: string, double?: string) => {
    if (escaped !== undefined) return escaped === '\n' ? '' : escaped;
    return single ?? double?.replace(/\\(["$`\\])/g, '$1') ?? '';
  });
  if (target === 'write') open.writes.push(bare);
  else if (target === 'redirect') return;
  else if (open.words.length > 0) open.words.push(bare);
  else if (/^[A-Za-z_]\w*\+?=/.test(word)) open.assigned.push(bare.slice(0, bare.search(/\+?=/)));
  else if (!RESERVED.has(word)) open.words.push(bare);
}
