/**
 * createScreen(): lines at the bottom of a terminal that are written over in place, and lines above them that stay.
 *
 * Each change is one write. The cursor is hidden meanwhile.
 */

import { rowsOf } from './fit.js';

export interface Terminal {
  readonly write: (text: string) => void;
  /** As it is now: a terminal may be resized at any time. */
  readonly columns: () => number;
  readonly rows: () => number;
}

export interface Screen {
  /** Lines that stay, and below them those that will be written over. */
  readonly draw: (above: readonly string[], below: readonly string[]) => void;
  /** Takes away what would be written over, and gives the cursor back. */
  readonly close: () => void;
}

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const CLEAR_BELOW = '\u001b[J';

export function createScreen(terminal: Terminal): Screen {
  let drawn: readonly string[] = [];
  let isHidden = false;
  // What was drawn before the terminal became narrower takes more rows now.
  const back = (): string => {
    const rows = rowsOf(drawn, Math.max(1, terminal.columns()));
    return `\r${rows === 0 ? '' : `\u001b[${rows}A`}${CLEAR_BELOW}`;
  };
  return {
    draw: (above, below) => {
      const text = [...above, ...below].map((line) => `${line}\n`).join('');
      terminal.write(`${isHidden ? '' : HIDE}${back()}${text}`);
      isHidden = true;
      drawn = below;
    },
    close: () => {
      if (!isHidden) return;
      terminal.write(`${back()}${SHOW}`);
      isHidden = false;
      drawn = [];
    },
  };
}
