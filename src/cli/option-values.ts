/**
 * optionValues(): what an option is given among words for an engine: `--name value` and `--name=value`.
 */

export function optionValues(words: readonly string[], option: string): readonly string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`${option}=`)) return [word.slice(option.length + 1)];
    return word === option && words[index + 1] !== undefined ? [words[index + 1]!] : [];
  });
}
