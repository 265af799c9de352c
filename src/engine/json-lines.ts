/** jsonLines(): objects that an engine prints one a line. Lines that are no JSON are not meant for us. */

export function jsonLines<T>(text: string): readonly T[] {
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as T] : []));
}
