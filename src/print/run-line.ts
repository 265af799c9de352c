/**
 * Whether a command can stand on the RUN line itself (or after CMD, in shell form): raw text that the builder hands to the shell untouched, unless it looks like
 * something of the builder's own. What cannot stand there stands in a heredoc, whose body is never looked at.
 *
 *     RUN --help                      a flag: only a heredoc can say it
 *     RUN pip install \
 *             --no-deps               an argument: only the beginning of an instruction can be a flag
 */

/** Blanks as BuildKit trims them, from both ends of a line. */
const EDGE_BLANK = /^[\s\u0085\ufeff]|[\s\u0085\ufeff]$/;

/** Whether the builder would read a whole command otherwise than the shell. */
export function needsHeredoc(line: string): boolean {
  return looksLikeForm(line) || isMisreadAnywhere(line);
}

/** Whether the builder would take the text of an instruction, its flags gone, for flags or for an argument list. */
export function looksLikeForm(text: string): boolean {
  return text.startsWith('--') || (text.startsWith('[') && isJson(text));
}

/** A test, `[ -f x ]`, is none: the builder hands it to the shell. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the builder would read a line otherwise wherever it stands: as a heredoc, a comment or several lines, or would trim it. */
export function isMisreadAnywhere(line: string): boolean {
  return (
    line === '' ||
    line.includes('\n') ||
    // `1 << 2` and `1<<2` begin heredocs, too: BuildKit knows no arithmetic.
    line.includes('<<') ||
    line.startsWith('#') ||
    EDGE_BLANK.test(line) ||
    // Two backslashes at the end of a line are one to BuildKit, and a continuation to Buildah.
    line.endsWith('\\\\') ||
    // A blank that a backslash protects at the end of a line would go with the continuation.
    /\\[ \t]+$/.test(line)
  );
}

/** Whether what follows on the same line would be swallowed: by a comment, by `&` or `;`, or by a last line that is not the only one. */
export function needsOwnLines(line: string): boolean {
  return /\n|(^|\s)#|[&;]\s*$/.test(line);
}
