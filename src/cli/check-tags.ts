/**
 * checkTags(), checkPlatforms(): names for an image, as `-t` takes them, and what it is for, before anything is written or an engine is asked.
 *
 *     -t Tides:0.1       error: -t "Tides:0.1" has capital letters in its repository   (bad-tag)
 *                        hint: write it in lower case
 */

import { imageReferenceFault, knownPlatformFault } from '../spec/check/images.js';
import { CliError } from './cli-error.js';

export function checkTags(tags: readonly string[]): void {
  for (const tag of tags) {
    const fault = tagFault(tag);
    if (fault !== undefined) throw new CliError({ code: 'bad-tag', message: `-t ${fault.message}`, hint: fault.hint });
  }
}

/** Platforms, as `--platform` takes them: docker's `local` is one, too. */
export function checkPlatforms(lists: readonly string[]): void {
  for (const platform of lists.flatMap((list) => list.split(',')).filter((each) => each !== '' && each !== 'local')) {
    const fault = knownPlatformFault(platform);
    if (fault !== undefined) throw new CliError({ code: fault.code, message: `--platform: ${fault.message}`, hint: fault.hint });
  }
}

export function tagFault(tag: string): { readonly message: string; readonly hint?: string } | undefined {
  const shown = JSON.stringify(tag);
  if (tag.includes('$')) return { message: `${shown} has a "$" in it`, hint: 'write it in full' };
  if (tag.includes('@'))
    return { message: `${shown} has a digest, which the build gives`, hint: `write ${JSON.stringify(tag.slice(0, tag.indexOf('@')))}` };
  return imageReferenceFault(tag);
}
