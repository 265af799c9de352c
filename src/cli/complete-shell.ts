/**
 * completeShell(): the verb `completion`: the script for a shell; or, for these scripts, what may stand at the end of the words after `--`: a word and what it is on
 * each line, `:files` or `:folders` where the shell is to look itself.
 */

import { didYouMean } from '../spec/did-you-mean.js';
import { CliError } from './cli-error.js';
import { complete } from './completion/complete.js';
import type { Output } from './output.js';
import { renderTemplate } from './render-template.js';
import { shellNames } from './shell-names.js';

export interface CompletionRequest {
  readonly subject: string | undefined;
  readonly afterDashes: readonly string[];
}

export async function completeShell({ subject, afterDashes }: CompletionRequest, output: Output): Promise<number> {
  if (subject !== undefined) return printScript(subject, output);
  if (afterDashes.length === 0) throw new CliError({ code: 'usage', message: 'for which shell?', hint: `choose one of ${shellNames.join(', ')}` });
  const found = await complete(afterDashes);
  const lines = typeof found === 'string' ? [`:${found}`] : found.map(({ word, describe }) => `${word}\t${describe}`);
  if (!output.json) output.answer(lines.map((line) => `${line}\n`).join(''));
  output.result({ ok: true, ...(typeof found === 'string' ? { paths: found } : { candidates: found }) });
  return 0;
}

function printScript(shell: string, output: Output): number {
  const script = renderTemplate('completion', {})?.find(({ path }) => path === shell)?.text;
  if (script === undefined) {
    const hint = didYouMean(shell, shellNames) ?? `choose one of ${shellNames.join(', ')}`;
    throw new CliError({ code: 'usage', message: `there is no completion for "${shell}"`, hint });
  }
  if (!output.json) output.answer(script);
  output.result({ ok: true, shell, script });
  return 0;
}
