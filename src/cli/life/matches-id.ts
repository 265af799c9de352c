/** matchesId(): whether a word is an id, or the beginning of one, as the engines take them. */

export function matchesId(word: string, id: string): boolean {
  return /^(?:sha256:)?[0-9a-f]{2,64}$/.test(word) && id.startsWith(word.replace(/^sha256:/, ''));
}
