/**
 * mend(): the text of a definition file and its findings → the text with what can be mended safely, again until nothing more can.
 *
 * Each change is tried in a draft beside the file: what does not compile any more, or has the finding still, is taken back. The file itself is not touched. What
 * cannot be mended comes back with the reason.
 */

import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Fix } from '../../edit.js';
import { editDefinition } from '../../load/edit-definition.js';
import type { Output } from '../output.js';
import { definitionFaults } from '../report-failure.js';
import { writeWhole } from '../write-whole.js';
import { findFindings, type FindOptions } from './find-findings.js';
import type { LintFinding } from './locate-findings.js';

export interface Mendable extends LintFinding {
  readonly fix: Fix;
}

export interface Mended {
  readonly text: string;
  readonly done: readonly Mendable[];
  readonly refused: readonly { readonly finding: Mendable; readonly reason: string }[];
}

export interface MendOptions {
  /** Absolute. */
  readonly file: string;
  readonly options: FindOptions;
  readonly output: Output;
}

/** Of a finding that leads to the next, and so on. */
const ROUNDS = 100;

export async function mend(text: string, findings: readonly LintFinding[], { file, options, output }: MendOptions): Promise<Mended> {
  const draft = join(dirname(file), `.lint-${process.pid}-${basename(file)}`);
  const look = async (): Promise<readonly LintFinding[] | undefined> => {
    try {
      return (await findFindings({ ...options, file: draft, engineCheck: undefined }, output)).left;
    } catch (error) {
      if (definitionFaults(error) === undefined) throw error;
      return undefined;
    }
  };
  const clear = () => rmSync(draft, { force: true });
  // While a definition runs, process.exit is not what it was.
  const { exit } = process;
  const stop = (signal: NodeJS.Signals) => {
    clear();
    exit.call(process, 128 + constants.signals[signal]);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await mendIn(draft, { text, findings }, look);
  } finally {
    clear();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

interface State {
  readonly text: string;
  readonly findings: readonly LintFinding[];
}

/** `look` gives what is found in the draft, undefined where that does not compile. */
async function mendIn(draft: string, start: State, look: () => Promise<readonly LintFinding[] | undefined>): Promise<Mended> {
  const [done, refused]: [Mendable[], Mended['refused'][number][]] = [[], []];
  let [state, alone] = [start, false];
  for (let round = 0; round < ROUNDS; round += 1) {
    const open = state.findings.filter(isMendable).filter((finding) => !refused.some((other) => keyOf(other.finding) === keyOf(finding)));
    const tried = alone ? open.slice(0, 1) : open;
    if (tried.length === 0) break;
    writeWhole(draft, state.text);
    const edited = editDefinition(
      draft,
      tried.map(({ fix }) => fix),
    );
    refused.push(...tried.flatMap((finding, index) => reasonOf(finding, edited.results[index]!)));
    const made = tried.filter((_, index) => edited.results[index] === true);
    if (made.length === 0) continue;
    writeWhole(draft, withMark(edited.text, state.text));
    const found = await look();
    const isMended = found !== undefined && made.every((finding) => count(finding, found) < count(finding, state.findings));
    if (isMended) {
      done.push(...made);
      state = { text: withMark(edited.text, state.text), findings: found };
    } else if (made.length > 1) alone = true;
    else refused.push({ finding: made[0]!, reason: found === undefined ? 'the definition would not compile any more' : 'it would not help' });
  }
  return { text: state.text, done, refused };
}

function isMendable(finding: LintFinding): finding is Mendable {
  return finding.fix !== undefined;
}

function reasonOf(finding: Mendable, result: boolean | string): Mended['refused'] {
  return typeof result === 'string' ? [{ finding, reason: result }] : [];
}

/** What stays the same while others come and go. */
function keyOf({ code, message }: LintFinding): string {
  return `${code}\n${message}`;
}

function count(finding: LintFinding, findings: readonly LintFinding[]): number {
  return findings.filter((other) => keyOf(other) === keyOf(finding)).length;
}

/** Parsers take the mark of UTF-8 away. */
function withMark(text: string, before: string): string {
  return before.startsWith('\ufeff') && !text.startsWith('\ufeff') ? `\ufeff${text}` : text;
}
