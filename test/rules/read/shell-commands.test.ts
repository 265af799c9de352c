import { expect, it } from 'vitest';
import { shellCommands } from '../../../src/rules/read/shell-commands.js';

/** `NAME=… words > file |`, one a line. */
const shown = (text: string) =>
  shellCommands(text).map(({ words, assigned, writes, isPiped }) =>
    [
      ...assigned.map((name) => `${name}=`),
      ...words.map((word) => JSON.stringify(word)),
      ...writes.map((file) => `> ${file}`),
      ...(isPiped ? ['|'] : []),
    ].join(' '),
  );

it.each<[string, readonly string[]]>([
  ['apt-get update && apt-get install -y git', ['"apt-get" "update"', '"apt-get" "install" "-y" "git"']],
  ['a; b & c || d\ne', ['"a"', '"b"', '"c"', '"d"', '"e"']],
  ['curl -s "$URL" | tar -x', ['"curl" "-s" "$URL" |', '"tar" "-x"']],
  ['A=1 B="2 3" make CC=gcc', ['A= B= "make" "CC=gcc"']],
  ['if ! test -e x; then echo a; else echo b; fi', ['"test" "-e" "x"', '"echo" "a"', '"echo" "b"']],
  ['( cd /opt && make )', ['"cd" "/opt"', '"make"']],
  ['{ a; b; } > log', ['"a"', '"b"']],
  ['echo a > b 2>&1 >> c', ['"echo" "a" > b > c']],
  ['cat < in 2> err', ['"cat" > err']],
  ['echo "a && b" \'c; d\' e\\ f', ['"echo" "a && b" "c; d" "e f"']],
  ['echo "$(date | tr a b)" `id; id`', ['"echo" "$(date | tr a b)" "`id; id`"']],
  ['make # all; of it\necho b#c', ['"make"', '"echo" "b#c"']],
  ['a \\\n  b', ['"a" "b"']],
  ['cat > /etc/a <<EOF\nsudo b\nEOF\nc', ['"cat" > /etc/a', '"c"']],
  ['exec command nohup tides', ['"tides"']],
  ['echo "unclosed', ['"echo" "\\"unclosed"']],
  ['', []],
])('%s', (text, expected) => expect(shown(text)).toEqual(expected));
