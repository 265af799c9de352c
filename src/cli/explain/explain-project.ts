/**
 * explainProject(): the verb `explain`: what each pass made of the images of a project, or where one line of a Dockerfile comes from. Writes nothing.
 */

import type { Cost } from '../../ir/cost-model.js';
import { expectedCost } from '../../ir/expected-cost.js';
import { originText, type Origin, type OriginPath } from '../../origin.js';
import { chooseEngine } from '../choose-engine.js';
import { CliError } from '../cli-error.js';
import { contextFolder } from '../context-folder.js';
import type { Place } from '../fault.js';
import type { Output } from '../output.js';
import { openProject, type Project, type ProjectImage, type ProjectOptions } from '../project.js';
import { faultData, placeData } from '../report.js';
import { tagsOf } from '../tags-of.js';
import { builtSteps, type BuiltStep } from './built-steps.js';
import { explainLine } from './explain-line.js';
import { explainPasses, type ExplainedPass } from './explain-passes.js';
import { imageText, lineText } from './explain-text.js';

export interface ExplainRequest extends Omit<ProjectOptions, 'file' | 'verb'> {
  /** A line of the Dockerfile, or the definition file. */
  readonly subject: string | undefined;
  readonly line: string | undefined;
  readonly 'after-build': boolean;
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
  /** Where that was asked for. */
  readonly built?: readonly LocatedStep[];
}

export interface LocatedStep extends Omit<BuiltStep, 'origins'> {
  readonly origins: readonly LocatedOrigin[];
}

export async function explainProject(request: ExplainRequest, output: Output): Promise<number> {
  const { file, line } = subjectOf(request);
  const project = await openProject({ ...request, file, verb: 'explain' }, output);
  return line === undefined ? explainImages(project, request['after-build'], output) : explainOne(project, line, output);
}

/** `explain 12` is about a line; a definition file may be named, too: `explain image.ts --line 12`. */
function subjectOf({ subject, line }: ExplainRequest): { readonly file: string | undefined; readonly line: number | undefined } {
  const isLine = line === undefined && subject !== undefined && /^\d+$/.test(subject);
  const wanted = isLine ? subject : line;
  if (wanted !== undefined && !/^[1-9]\d{0,6}$/.test(wanted))
    throw new CliError({ code: 'usage', message: `"${wanted}" is no number of a line`, hint: 'lines of the Dockerfile are counted from 1' });
  return { file: isLine ? undefined : subject, line: wanted === undefined ? undefined : Number(wanted) };
}

async function explainImages(project: Project, isBuilt: boolean, output: Output): Promise<number> {
  const images = await Promise.all(project.images.map(async (image) => explainImage(project, image, isBuilt)));
  if (!output.json) output.answer(images.map((image) => imageText(image, output)).join('\n'));
  output.result({ ok: true, images: images.map(imageData), diagnostics: project.warnings.map(faultData) });
  return 0;
}

async function explainImage(project: Project, image: ProjectImage, isBuilt: boolean): Promise<ExplainedImage> {
  const { name, compiled } = image;
  const built = isBuilt ? await asBuilt(project, image) : undefined;
  const passes = explainPasses(compiled);
  const locate = await locator(
    project,
    image,
    [...passes, ...(built ?? [])].flatMap(({ origins }) => origins),
  );
  const decided = compiled.passes.find(({ pass }) => pass.name === 'write-installs')?.before ?? compiled.program;
  return {
    name,
    policy: compiled.spec.layers,
    expected: expectedCost(decided),
    passes: passes.map((pass) => ({ ...pass, origins: locate(pass.origins) })),
    ...(built === undefined ? {} : { built: built.map((step) => ({ ...step, origins: locate(step.origins) })) }),
  };
}

/** Docker alone keeps a record. */
async function asBuilt(project: Project, { name, compiled, dockerfile, path }: ProjectImage): Promise<readonly BuiltStep[]> {
  const [tag] = tagsOf(compiled.spec);
  if (tag === undefined)
    throw new CliError({ code: 'no-name', message: `the image "${name}" has no name to find it by`, hint: 'give the definition a name' });
  const { program } = chooseEngine('docker', 'build');
  return builtSteps({ name, compiled, dockerfile, path }, { program, context: contextFolder(project.folder, compiled), tag });
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

function imageData({ passes, expected, built, ...image }: ExplainedImage): Readonly<Record<string, unknown>> {
  const steps = built?.map(({ origins, ...step }) => ({ ...step, origins: origins.map(originData) }));
  return { ...image, expected: rounded(expected), passes: passes.map(passData), ...(steps === undefined ? {} : { built: steps }) };
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
