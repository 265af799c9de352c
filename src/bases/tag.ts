/** Tags of images that come in several distributions: `3.12-slim-bookworm`, `3.12-alpine3.20`, `1809-nanoserver`. */

import { alpineFacts, alpineRelease } from './distros/alpine.js';
import { debianFacts, debianRelease } from './distros/debian.js';
import type { BaseFacts } from './facts.js';

/** The words of a tag, which stand between dashes. */
export function tagWords(tag: string | undefined): readonly string[] {
  return tag === undefined ? [] : tag.split('-');
}

/** The first release that a word names. */
export function findRelease(words: readonly string[], release: (word: string) => string | undefined): string | undefined {
  return words.map(release).find((found) => found !== undefined);
}

export function isWindows(words: readonly string[]): boolean {
  return words.some((word) => /^(?:windows|windowsservercore|nanoserver|ltsc\d*)$/.test(word));
}

/** The facts of an official language image: Debian unless the tag says Alpine; undefined for Windows and, where only a digest is given, for all. */
export function languageImageFacts(tag: string | undefined): BaseFacts | undefined {
  const words = tagWords(tag);
  if (tag === undefined || isWindows(words)) return undefined;
  const alpine = words.find((word) => word.startsWith('alpine'));
  if (alpine !== undefined) return alpineFacts(alpineRelease(alpine.slice('alpine'.length)));
  // The words with numbers are the language's version, not Debian's.
  return debianFacts(findRelease(words, (word) => (/^\d/.test(word) ? undefined : debianRelease(word))));
}

/** An image that has programs of a language besides. */
export function withTools(facts: BaseFacts | undefined, tools: readonly string[]): BaseFacts | undefined {
  return facts && { ...facts, tools };
}
