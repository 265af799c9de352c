/**
 * The words of a POSIX shell's commands, for tests: quotes taken off, and whatever the shell would take for more than text in brackets. Shares no code with what
 * quotes for it.
 *
 *     A='x y' pip install "$B" && echo a*    =>    ['A=x y', 'pip', 'install', '⟨$⟩B', '⟨&⟩', '⟨&⟩', 'echo', 'a⟨*⟩']
 */

export function shellWords(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\\') {
      index += 1;
      if (text[index] !== '\n') word = `${word ?? ''}${text[index] ?? '⟨\\⟩'}`;
    } else if (character === "'" || character === '"') {
      const close = endOfQuote(text, index);
      word = `${word ?? ''}${character === "'" ? text.slice(index + 1, close) : doubleQuoted(text.slice(index + 1, close))}`;
      index = close;
    } else if (/[ \t\n]/.test(character)) {
      end();
      if (character === '\n') words.push('⟨newline⟩');
    } else if (/[;&|<>()]/.test(character) || (character === '#' && word === undefined)) {
      end();
      words.push(`⟨${character}⟩`);
    } else word = `${word ?? ''}${/[$`*?[\]~!{}]/.test(character) ? `⟨${character}⟩` : character}`;
  }
  end();
  return words;
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start]!;
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\' && quote === '"') index += 1;
    else if (text[index] === quote) return index;
  }
  throw new Error(`a quote is not closed: ${text}`);
}

function doubleQuoted(text: string): string {
  return text.replace(/\\([$`"\\])|\\\n|([$`])/g, (_, escaped: string | undefined, active: string | undefined) =>
    escaped !== undefined ? escaped : active === undefined ? '' : `⟨${active}⟩`,
  );
}
