/** What an example of the documentation stands for: its source, evaluated with the helpers of the language and the presets in scope. */

import * as language from '../../../src/index.js';
import { presets } from '../../../src/presets/index.js';

const DIGITS = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** With the digits of checksums in the place of `…`, which keeps the documentation short. */
export function completed(source: string): string {
  return source.replaceAll(/(?<='(?:sha256:)?)…(?=')/g, DIGITS);
}

export function evaluated(source: string): unknown {
  const scope = { ...language, ...presets };
  return new Function(...Object.keys(scope), `'use strict'; return (${completed(source)});`)(...Object.values(scope));
}

/** With `…` in the place of those digits. */
export function shortened(text: string): string {
  return text.replaceAll(DIGITS, '…');
}
