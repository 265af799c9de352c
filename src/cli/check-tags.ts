/**
 * checkTags(): names for an image, as `-t` takes them, before anything is written or an engine is asked.
 *
 *     -t Tides:0.1       error: -t "Tides:0.1" has capital letters in its repository   (bad-tag)
 *                        hint: write it in lower case
 */

import { imageReferenceFault } from '../spec/check/images.js';
import { CliError } from './cli-error.js';

export function checkTags(tags: readonly string[]): void {
  for (const tag of tags) {
    const fault = tagFault(tag);
    if (fault !== undefined) throw new CliError({ code: 'bad-tag', message: `-t ${fault.message}`, hint: fault.hint });
  }
}

function tagFault(tag: string): { readonly message: string; readonly hint?: string } | undefined {
  const shown = JSON.stringify(tag);
  if (tag.includes('$')) return { message: `${shown} has a "$" in it`, hint: 'write it in full' };
  if (tag.includes('@'))
    return { message: `${shown} has a digest, which the build gives`, hint: `write ${JSON.stringify(tag.slice(0, tag.indexOf('@')))}` };
  return imageReferenceFault(tag);
}
