/**
 * createColors(): functions that put a text in a colour for terminals, or leave it as it is. Own code: packages for this make the stream of the process, which
 * takes time, when they are loaded.
 */

export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export function createColors(enabled: boolean): Colors {
  const paint = (on: number, off: number) => (text: string) => (enabled && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), green: paint(32, 39), yellow: paint(33, 39), cyan: paint(36, 39) };
}
