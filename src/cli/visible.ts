/**
 * visible(): a text of anybody's as a terminal may print it: characters that it would obey, or that turn the direction of writing, are shown instead.
 *
 *     visible('\u001b[2Jgone\u202e')   \u001b[2Jgone\u202e   (as these very letters)
 *
 * Newlines and tabs stay. In a JSON document the result means what it meant.
 */

const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function visible(text: string): string {
  return text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
