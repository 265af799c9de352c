/** Whether a pattern of `--exclude` begins at the source that is copied; one that begins with `**` is found in any folder. */
export function beginsAtSource(pattern: string): boolean {
  return !/^!?\*\*(?:\/|$)/.test(pattern);
}
