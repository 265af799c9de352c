/** What the printers of an Apptainer definition share: the sections that they fill, and where they say what cannot be said. */

import type { Report } from '../../diagnostics.js';
import type { Program } from '../../ir/program.js';
import type { Origin } from '../../origin.js';
import { shownText, type PathText } from '../../text.js';
import { shown } from '../carry.js';
import { commentLines } from '../comment.js';
import type { Arguments } from './build-arguments.js';
import { stageFile, type StagedFile } from './staged-files.js';
import { stageName } from './stages.js';

export interface Sections {
  /** Lines of %files, by the stage that they are taken from; undefined: the build context. */
  readonly files: Map<string | undefined, string[]>;
  /** What comes from the build context. */
  readonly staged: StagedFile[];
  readonly post: string[];
  readonly environment: string[];
  readonly labels: string[];
}

export interface Remark {
  readonly message: string;
  readonly hint: string;
}

export interface Site {
  readonly program: Program;
  readonly sections: Sections;
  /** Whether it is the image, and not only a stage of it. */
  readonly isFinal: boolean;
  readonly globals: Arguments;
  readonly comments: boolean;
  refuse(origin: Origin, remark: Remark): void;
  leaveOut(origin: Origin, remark: Remark): void;
}

/** Where the printers are in a stage. */
export interface Place extends Site {
  readonly shell: readonly string[] | undefined;
  readonly given: Arguments;
}

export type From = Parameters<typeof stageName>[0];

/** What is left to an engine. */
export const CONVERT = 'build the image with an engine, and convert it: "apptainer build NAME.sif docker-daemon:NAME:TAG"';

export function remarks(report: Report): Pick<Site, 'refuse' | 'leaveOut'> {
  const seen = new Set<string>();
  const once = (origin: Origin, { message }: Remark) => {
    const key = JSON.stringify([origin, message]);
    return seen.size < seen.add(key).size;
  };
  return {
    refuse: (origin, remark) => void (once(origin, remark) && report.error('beyond-apptainer', origin, remark)),
    leaveOut: (origin, remark) => void (once(origin, remark) && report.warning('left-out', origin, remark)),
  };
}

export function emptySections(): Sections {
  return { files: new Map(), staged: [], post: [], environment: [], labels: [] };
}

/** A line of %files for it; undefined where it cannot be had, which is said. */
export function stagedFile(path: PathText, from: From | undefined, { origin, site }: { readonly origin: Origin; readonly site: Site }) {
  const { sections, program } = site;
  const stage = from === undefined ? undefined : stageName(from, program);
  if (stage !== undefined && 'message' in stage) return void site.refuse(origin, stage);
  const number = [...sections.files.values()].flat().length + 1;
  const file = stageFile(path, { stage: stage?.name, context: program.context, number });
  if (file === undefined) {
    const message = `${shown(shownText(path))} cannot be the name of a file for Apptainer, which gives some of its characters a meaning`;
    return void site.refuse(origin, { message, hint: 'copy the folder that holds it' });
  }
  sections.files.set(stage?.name, [...(sections.files.get(stage?.name) ?? []), `    ${file.line}`]);
  if (stage === undefined) sections.staged.push(file);
  return file;
}

/** A command; its words on lines of their own when there are several. */
export function wordLines(command: string, words: readonly string[]): readonly string[] {
  const lines = words.length < 2 ? [[command, ...words].join(' ')] : [command, ...words.map((word) => `    ${word}`)];
  return lines.map((line, index) => `    ${line}${index === lines.length - 1 ? '' : ' \\'}`);
}

/** Apptainer would replace a name in braces in a comment, too. */
export function commentAbove(comment: string | undefined, { comments }: Pick<Site, 'comments'>): readonly string[] {
  return comments && comment !== undefined ? commentLines(comment).map((line) => `    ${line.replace(/\{(?=\{)/g, '{ ')}`) : [];
}
