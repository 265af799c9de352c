/**
 * keptText(): the help and the version, which are made when the package is built (build.mjs, help.json): nobody waits for them to be laid out again.
 * Undefined where nothing is kept for these arguments.
 */

import { readFileSync } from 'node:fs';

export function keptText(words: readonly string[], folder: string): string | undefined {
  const argv = words[0] === 'help' ? [...words.slice(1), '--help'] : words;
  const last = argv.at(-1);
  if (argv.length > 2 || (last !== '--help' && last !== '-h' && last !== '--version')) return undefined;
  const key = argv
    .join(' ')
    .replace(/-h$/, '--help')
    .replace(/----help$/, '--help');
  try {
    const texts = JSON.parse(readFileSync(`${folder}/help.json`, 'utf8')) as Readonly<Record<string, string>>;
    return Object.hasOwn(texts, key) ? texts[key] : undefined;
  } catch {
    return undefined;
  }
}
