/**
 * createTerminal(): a terminal as far as a display needs one: it writes over, moves up, clears, wraps, and scrolls lines out of sight, where nothing reaches them any more.
 */

export interface TestTerminal {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly rows: () => number;
  /** Narrower: what is longer goes on below, as most terminals do it. */
  readonly resize: (columns: number) => void;
  /** All that was ever written, as it stands now. */
  readonly lines: () => readonly string[];
  readonly isCursorShown: () => boolean;
}

export function createTerminal(width: number, height: number): TestTerminal {
  let columns = width;
  let lines: string[] = [''];
  let [row, column] = [0, 0];
  let isShown = true;
  const moveTo = (next: number): void => {
    row = next;
    while (lines.length <= row) lines.push('');
  };
  const put = (character: string): void => {
    if (column === columns) [column] = [0, moveTo(row + 1)];
    const line = lines[row]!.padEnd(column);
    lines[row] = line.slice(0, column) + character + line.slice(column + 1);
    column += 1;
  };
  const obey = (parameter: string, command: string): void => {
    if (command === 'A') row = Math.max(row - Number(parameter || 1), lines.length - height, 0);
    else if (command === 'J') lines = [...lines.slice(0, row), lines[row]!.slice(0, column)];
    else if (command === 'h' || command === 'l') isShown = command === 'h';
    else if (command !== 'm') throw new Error(`the display wrote ESC[${parameter}${command}, which this terminal does not know`);
  };
  const write = (text: string): void => {
    for (const [whole, parameter, command] of text.matchAll(/\u001b\[([?\d]*)([A-Za-z])|[^]/g)) {
      if (command !== undefined) obey(parameter!, command);
      else if (whole === '\r') column = 0;
      else if (whole === '\n') [column] = [0, moveTo(row + 1)];
      else put(whole);
    }
  };
  const resize = (next: number): void => {
    lines = lines.flatMap((line) => line.match(new RegExp(`.{1,${next}}`, 'g')) ?? ['']);
    columns = next;
    [row, column] = [lines.length - 1, lines.at(-1)!.length];
  };
  return {
    write,
    columns: () => columns,
    rows: () => height,
    resize,
    lines: () => lines.map((line) => line.trimEnd()),
    isCursorShown: () => isShown,
  };
}
