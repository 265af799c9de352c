/**
 * Text in which the builder may expand variables: what ENV, ARG, COPY and the like hold.
 *
 * Leaf module, shared by the spec and the program. Plain strings are literal: `text('$HOME')` stays `$HOME` in the image.
 */

/** A variable that the builder expands; `operator` and `word` as in `${NAME:-word}`. */
export interface Variable {
  readonly variable: string;
  /** `:-`, `:+`, `:?`, `-`, `+`, `?`, `#`, `##`, `%`, `%%`, `/` or `//`. */
  readonly operator?: string;
  readonly word?: string;
}

/** Literal pieces and variables, in order. `[]` is the empty text. */
export type Text = readonly (string | Variable)[];

/** A literal text. */
export function literal(value: string): Text {
  return value === '' ? [] : [value];
}

/** The string that a text holds when it has no variable; undefined when it has one. */
export function literalValue(text: Text): string | undefined {
  return text.every((part) => typeof part === 'string') ? text.join('') : undefined;
}

/** The names of the variables in a text. */
export function variablesOf(text: Text): readonly string[] {
  return text.flatMap((part) => (typeof part === 'string' ? [] : [part.variable]));
}

/** A text that seldom has variables (a port, a user): a plain string is literal. */
export type AnyText = string | Text;

/** A path, likewise. */
export type PathText = AnyText;

/** A path as a text. */
export function pathText(path: PathText): Text {
  return typeof path === 'string' ? literal(path) : path;
}

/** The path, when it has no variable. */
export function literalPath(path: PathText): string | undefined {
  return typeof path === 'string' ? path : literalValue(path);
}

/** A text as a person writes it: `/opt/${NAME}`. */
export function shownText(path: PathText): string {
  if (typeof path === 'string') return path;
  return path.map((part) => (typeof part === 'string' ? part : `\${${part.variable}${part.operator ?? ''}${part.word ?? ''}}`)).join('');
}
