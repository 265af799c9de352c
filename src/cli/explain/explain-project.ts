/**
 * explainProject(): the verb `explain`: what each pass made of the images of a project, or where one line of a Dockerfile comes from. Writes nothing.
 */

import type { Cost } from '../../ir/cost-model.js';
import { expectedCost } from '../../ir/expected-cost.js';
import { originText, type Origin, type OriginPath } from '../../origin.js';
import { CliError } from '../cli-error.js';
import type { Place } from '../fault.js';
import type { Output } from '../output.js';
import { openProject, type Project, type ProjectImage, type ProjectOptions } from '../project.js';
import { faultData, placeData } from '../report.js';
import { explainLine } from './explain-line.js';
import { explainPasses, type ExplainedPass } from './explain-passes.js';
import { imageText, lineText } from './explain-text.js';

export interface ExplainRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  /** A line of the Dockerfile, or the definition file. */
  readonly subject: string | undefined;
  readonly line: string | undefined;
}

export interface LocatedOrigin {
  readonly origin: Origin;
  readonly place: Place | undefined;
}

export interface LocatedPass extends Omit<ExplainedPass, 'origins'> {
  readonly origins: readonly LocatedOrigin[];
}

export interface ExplainedImage {
  readonly name: string;
  readonly policy: string;
  readonly expected: Cost;
  readonly passes: readonly LocatedPass[];
}

export async function explainProject(request: ExplainRequest, output: Output): Promise<number> {
  const { file, line } = subjectOf(request);
  const project = await openProject({ ...request, file, verb: 'explain' }, output);
  return line === undefined ? explainImages(project, output) : explainOne(project, line, output);
}

/** `explain 12` is about a line; a definition file may be named, too: `explain image.ts --line 12`. */
function subjectOf({ subject, line }: ExplainRequest): { readonly file: string | undefined; readonly line: number | undefined } {
  const isLine = line === undefined && subject !== undefined && /^\d+$/.test(subject);
  const wanted = isLine ? subject : line;
  if (wanted !== undefined && !/^[1-9]\d{0,6}$/.test(wanted))
    throw new CliError({ code: 'usage', message: `"${wanted}" is no number of a line`, hint: 'lines of the Dockerfile are counted from 1' });
  return { file: isLine ? undefined : subject, line: wanted === undefined ? undefined : Number(wanted) };
}

async function explainImages(project: Project, output: Output): Promise<number> {
  const images = await Promise.all(project.images.map(async (image) => explainImage(project, image)));
  if (!output.json) output.answer(images.map((image) => imageText(image, output)).join('\n'));
  output.result({ ok: true, images: images.map(imageData), diagnostics: project.warnings.map(faultData) });
  return 0;
}

async function explainImage(project: Project, image: ProjectImage): Promise<ExplainedImage> {
  const { name, compiled } = image;
  const passes = explainPasses(compiled);
  const locate = await locator(
    project,
    image,
    passes.flatMap(({ origins }) => origins),
  );
  const decided = compiled.passes.find(({ pass }) => pass.name === 'write-installs')?.before ?? compiled.program;
  return {
    name,
    policy: compiled.spec.layers,
    expected: expectedCost(decided),
    passes: passes.map((pass) => ({ ...pass, origins: locate(pass.origins) })),
  };
}

async function explainOne(project: Project, line: number, output: Output): Promise<number> {
  const [image, second] = project.images;
  if (image === undefined || second !== undefined) {
    const names = project.images.map(({ name }) => name).join(', ');
    throw new CliError({
      code: 'several-images',
      message: 'a line is of one Dockerfile, and the definition file has several',
      hint: `say which with --name: ${names}`,
    });
  }
  const explained = explainLine(image.compiled, line);
  const count = image.compiled.origins.length;
  if (explained === undefined) throw new CliError({ code: 'usage', message: `the Dockerfile has no line ${line}`, hint: `it has ${count} lines` });
  const locate = await locator(project, image, explained.origins);
  const located = { ...explained, origins: locate(explained.origins) };
  if (!output.json) output.answer(lineText(located, output));
  const passes = explained.passes.map(({ name, summary, why }) => ({ pass: name, summary, why }));
  output.result({
    ok: true,
    line,
    text: explained.text,
    origins: located.origins.map(originData),
    passes,
    diagnostics: project.warnings.map(faultData),
  });
  return 0;
}

/** In the order of the file. The parser that this takes is loaded only here. */
async function locator(
  { file }: Project,
  { path }: ProjectImage,
  origins: readonly Origin[],
): Promise<(some: readonly Origin[]) => readonly LocatedOrigin[]> {
  const { locateAll } = await import('../../load/locate.js');
  const paths: readonly OriginPath[] = origins.map((origin) => [...path, ...origin.path]);
  const places = locateAll(file, paths);
  const byOrigin = new Map(origins.map((origin, index) => [JSON.stringify(origin), places[index]]));
  return (some) => some.map((origin) => ({ origin, place: byOrigin.get(JSON.stringify(origin)) })).sort(byPlace);
}

function byPlace({ place: left }: LocatedOrigin, { place: right }: LocatedOrigin): number {
  if (left === undefined || right === undefined || left.file !== right.file) return 0;
  return left.line - right.line || left.column - right.column;
}

function imageData({ passes, expected, ...image }: ExplainedImage): Readonly<Record<string, unknown>> {
  return { ...image, expected: rounded(expected), passes: passes.map(passData) };
}

function passData({ name, origins, gain, ...pass }: LocatedPass): Readonly<Record<string, unknown>> {
  return { pass: name, ...pass, ...(gain === undefined ? {} : { gain: rounded(gain) }), origins: origins.map(originData) };
}

/** The model knows no more. */
function rounded({ seconds, bytes }: Cost): Cost {
  return { seconds: Math.round(seconds * 1000) / 1000, bytes: Math.round(bytes) };
}

function originData({ origin, place }: LocatedOrigin): Readonly<Record<string, unknown>> {
  const preset = origin.preset === undefined ? {} : { preset: origin.preset.name };
  return { origin: originText(origin), ...preset, ...(place === undefined ? {} : placeData(place)) };
}
