/** printHelp(): the verb `help`, and what `--help` prints. */

import { didYouMean } from '../../spec/did-you-mean.js';
import { CliError } from '../cli-error.js';
import type { AnyCommand } from '../command.js';
import { commands } from '../commands/index.js';
import type { Candidate } from '../completion/candidate.js';
import type { Output } from '../output.js';
import { helpText } from './help-text.js';
import { manualOf, type Verb } from './manual.js';

export async function printHelp({ subject: verb }: { readonly subject: string | undefined }, output: Output): Promise<number> {
  if (verb !== undefined && !isVerb(verb)) {
    const hint = didYouMean(verb, Object.keys(commands)) ?? 'see "imagewright --help"';
    throw new CliError({ code: 'usage', message: `there is no verb "${verb}"`, hint });
  }
  const manual = manualOf(verb);
  if (!output.json) output.answer(helpText(manual));
  output.result({ ok: true, verbs: verb === undefined ? Object.keys(commands) : [verb], manual });
  return 0;
}

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(commands, word);
}

export function verbCandidates(): readonly Candidate[] {
  return Object.entries<AnyCommand>(commands).map(([word, { summary }]) => ({ word, describe: summary }));
}
