/**
 * fixFindings(): `lint --fix`: mends in the definition file what can be mended safely, and lints what is left; with `--dry-run` prints a diff instead.
 *
 * The file is replaced by one step, when all is done; what cannot be mended is told with what to write.
 */

import { CliError } from '../cli-error.js';
import { paintDiff } from '../check-files.js';
import type { Output } from '../output.js';
import { faultData, shownPath } from '../report.js';
import { visible } from '../visible.js';
import { readText } from '../write.js';
import { writeWhole } from '../write-whole.js';
import { editText } from './edit-text.js';
import { findFindings, type FindOptions } from './find-findings.js';
import { mend, type Mended } from './mend.js';
import { reportFindings, type Reporter } from './report-findings.js';
import { summaryOf } from './summary.js';

interface FixRequest {
  readonly reporter: Reporter;
  readonly 'dry-run': boolean;
}

interface Texts {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export async function fixFindings(options: FindOptions, request: FixRequest, output: Output): Promise<number> {
  const { project, left, ignored } = await findFindings(options, output);
  const { file } = project;
  const before = readText(file) ?? '';
  const mended = await mend(before, left, { file, options, output });
  for (const refusal of mended.refused) output.note(refusalText(refusal));
  const texts = { file, before, after: mended.text };
  if (request['dry-run']) return printDiff(texts, mended, left.length === 0, output);
  if (mended.done.length > 0) replace(texts);
  for (const { fix, subject } of mended.done) output.note(`mended ${shownPath(file)}${subject === undefined ? '' : ` ${subject}`}: ${fix.title}`);
  const now = mended.done.length > 0 ? await findFindings(options, output) : { left, ignored };
  await reportFindings(
    { reporter: request.reporter, faults: now.left, ignored: now.ignored, file, more: { mended: mended.done.map(faultData) } },
    output,
  );
  // What can be mended is.
  output.note(
    summaryOf(
      now.left.map(({ fix: _, ...finding }) => finding),
      now.ignored,
    ),
  );
  return now.left.length === 0 ? 0 : 1;
}

function refusalText({ finding, reason }: Mended['refused'][number]): string {
  const { place, fix } = finding;
  const where = place === undefined ? '' : `${shownPath(place.file)}:${place.line}:${place.column} `;
  return `${where}${finding.code} is not mended: ${reason}; ${fix.edits.map(editText).join('; ')}`;
}

function replace({ file, before, after }: Texts): void {
  if (readText(file) !== before) {
    throw new CliError({ code: 'file-changed', message: `${shownPath(file)} has changed meanwhile; it is left as it is`, hint: 'run it again' });
  }
  writeWhole(file, after);
}

async function printDiff({ file, before, after }: Texts, { done }: Mended, isClean: boolean, output: Output): Promise<number> {
  const { unifiedDiff } = await import('../unified-diff.js');
  const path = shownPath(file);
  const diff = before === after ? '' : unifiedDiff({ path, text: before }, { path, text: after });
  if (!output.json) output.answer(paintDiff(visible(diff), output));
  if (diff === '') output.note('there is nothing to mend');
  output.result({ ok: isClean, diff, mended: done.map(faultData) });
  return isClean ? 0 : 1;
}
