/**
 * repeatOption(): an option once for each value: `('-t', ['a:1', 'a:2'])` → `['-t', 'a:1', '-t', 'a:2']`.
 */

export function repeatOption(option: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [option, value]);
}
