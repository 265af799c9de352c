/**
 * packageComplaints(): which of the packages that were asked for a manager could not install, by what it printed.
 *
 *     E: Unable to locate package nano2                          →   nano2
 *     ERROR: No matching distribution found for numpyy==1.0      →   numpyy==1.0
 *
 * All are found that a manager names before it gives up. Names as it writes them; for some, without the version that was asked for.
 */

export interface Complaint {
  readonly name: string;
  /** The line. */
  readonly line: string;
}

/** A name in group 1. */
const PATTERNS: readonly RegExp[] = [
  // apt
  /^E: Unable to locate package (\S+)/,
  /^E: Version '.*' for '([^']+)' was not found/,
  /^E: Package '([^']+)' has no installation candidate/,
  /^E: Couldn't find any package by (?:glob|regex) '([^']+)'/,
  // apk
  /^ +(\S+) \(no such package\):/,
  /^ +breaks: world\[([^\]=<>~]+)/,
  // dnf, microdnf
  /^No match for argument: (\S+)/,
  /^error: No package matches '([^']+)'/,
  // zypper
  /^(?:No provider of|Package) '([^']+)'(?: not)? found\./,
  // pacman
  /^error: target not found: (\S+)/,
  // pip
  /^ERROR: No matching distribution found for (\S+)/,
  /^ERROR: Could not find a version that satisfies the requirement (\S+)/,
  /^ERROR: Failed (?:to build|building wheel for) (?:installable wheels for some pyproject\.toml based projects \()?'?([\w.-]+)/,
  // uv
  /Because there is no version of ([\w.-]+==[\w.]+)/,
  /Because (?:only \S+ is available and |there are no versions of )?([\w.-]+)(?:==\S+)? (?:was not found in the package registry|and you require)/,
  /Failed to (?:build|download)(?: and build)? `([^`]+)`/,
  // npm, pnpm, yarn, bun
  /^npm (?:error|ERR!) 404 +'([^']+)' is not in this registry/,
  /^npm (?:error|ERR!) notarget No matching version found for (\S+?)\.?$/,
  /ERR_PNPM_(?:FETCH_404|NO_MATCHING_VERSION)\S* .*?(?:\/([\w.@%-]+): Not Found|found for ([\w.@/-]+))/,
  /^error Couldn't find (?:package|any versions for) "([^"]+)"/,
  /^error: (?:No version matching "[^"]*" found for specifier )?"?([\w.@/-]+?)"?(?:@\S+)? (?:failed to resolve|\(but package exists\))/,
  // conda, mamba, micromamba
  /nothing provides requested (\S+)/,
  /└─ (\S+)(?: .*)? (?:does not exist|is not available)/,
  /^ {2}- ([\w.=<>-]+)$/,
  // cargo
  /^error: could not find `([^`]+)` in registry/,
  /^error: failed to compile `(\S+) v/,
  // go
  /^go: ([\w./-]+@[\w.-]+): /,
  // gem
  /^ERROR: {2}Could not find a valid gem '([^']+)'/,
  // R
  /package [‘'"]([\w.]+)[’'"] is not available/,
  /there is no package called [‘'"]([\w.]+)[’'"]/,
  /installation of package [‘'"]([\w.]+)[’'"] had non-zero exit status/,
];

/** Each once, in order of mention. */
export function packageComplaints(output: readonly string[]): readonly Complaint[] {
  const found = new Map<string, Complaint>();
  for (const line of output) {
    const match = PATTERNS.map((pattern) => pattern.exec(line)).find((each) => each !== null);
    const name = match?.slice(1).find((group) => group !== undefined);
    if (name !== undefined && !found.has(name)) found.set(name, { name, line: line.trim().replace(/^cause: /, '') });
  }
  return [...found.values()];
}

/** Whether a word of a command asks for the package of that name: `numpy>=1.26`, `requests[socks]` and `'is-odd@9'` do for `numpy`, `requests` and `is-odd`. */
export function asksFor(word: string, name: string): boolean {
  const plain = (text: string) => text.replace(/^['"]|['"]$/g, '').toLowerCase();
  const bare = (text: string) =>
    plain(text)
      .replace(/(?<=.)(?:[=<>~!@[:\s;].*)$/, '')
      .replaceAll('_', '-');
  return plain(word) === plain(name) || bare(word) === bare(name);
}
