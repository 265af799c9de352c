/**
 * findFindings(): a definition file → all that `lint` has to say of it: what the rules find, what other verbs warn of, and what is wrong with comments that ignore
 * findings; in the order of their places.
 */

import type { LintLevel } from '../../lint-level.js';
import { ruleNames } from '../../rule-names.js';
import { DefinitionError } from '../definition-error.js';
import { orderFaults } from '../order-faults.js';
import type { Output } from '../output.js';
import { openProject, type Project, type ProjectImage, type ProjectOptions } from '../project.js';
import { tagsOf } from '../tags-of.js';
import { commentFindings } from './comment-findings.js';
import type { EngineChecker } from './engine-check.js';
import { engineCodes } from './engine-codes.js';
import { commentsIn, ignoredFindings, type Ignored } from './ignored-findings.js';
import { imageFindings } from './image-findings.js';
import { lintFacts } from './lint-facts.js';
import { listedRules } from './listed-rules.js';
import { locateFindings, type LintFinding, type PendingFinding } from './locate-findings.js';

export interface Findings {
  readonly project: Project;
  readonly left: readonly LintFinding[];
  readonly ignored: readonly Ignored<LintFinding>[];
}

export interface FindOptions extends Pick<ProjectOptions, 'file' | 'arg' | 'name'> {
  /** Of rules by their names: instead of what definitions say. */
  readonly levels: Readonly<Record<string, LintLevel>>;
  /** What an engine finds in an image besides. */
  readonly engineCheck?: EngineChecker | undefined;
}

export async function findFindings({ levels, engineCheck, ...options }: FindOptions, output: Output): Promise<Findings> {
  const inputs: string[] = [];
  const asked = { ...options, lint: levels, verb: 'lint', see: (files: readonly string[]) => void inputs.push(...files) };
  const project = await openProject(asked, output);
  const ownTags = (await allImages(asked, project, output)).flatMap(({ compiled }) => tagsOf(compiled.spec));
  const pending: PendingFinding[] = [];
  for (const image of project.images) {
    const ours = imageFindings(image, lintFacts(image, project.folder, ownTags));
    // One after the other: each is a program of its own.
    const theirs = (await engineCheck?.(image, ours, project.folder)) ?? [];
    pending.push(...[...ours, ...theirs].map((diagnostic) => ({ diagnostic, path: image.path })));
  }
  const found = [...(await locateFindings(project.file, pending)), ...ofProject(project)];
  const comments = commentsIn([...inputs.filter(hasComments), ...found.flatMap(({ place }) => place?.file ?? [])]);
  const { left, ignored } = ignoredFindings(found, comments);
  const ofComments = commentFindings(comments, {
    ignored,
    levels: project.images[0]?.compiled.spec.lint ?? {},
    ...sought(project, engineCheck !== undefined),
  });
  return { project, left: orderFaults([...left, ...ofComments], project.file), ignored };
}

/** Of one image that is asked for, the others tell what the project makes itself; one that does not compile is not what was asked for. */
async function allImages(options: ProjectOptions, project: Project, output: Output): Promise<readonly ProjectImage[]> {
  if (!project.partial) return project.images;
  try {
    return (await openProject({ ...options, name: undefined }, output)).images;
  } catch (error) {
    if (error instanceof DefinitionError) return project.images;
    throw error;
  }
}

/** What is not the compiler's: it is told of whole projects. */
function ofProject({ images, warnings }: Project): readonly LintFinding[] {
  const codes = images.flatMap(({ compiled }) => compiled.diagnostics.map(({ code }) => code));
  return warnings.filter(({ code }) => !codes.includes(code));
}

/** Modules of the user's own. */
function hasComments(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/[\\/]node_modules[\\/]/.test(file);
}

function sought(
  { images, partial }: Project,
  isEngineAsked: boolean,
): { readonly known: readonly string[]; readonly wasSought: (name: string) => boolean } {
  const ownLevels = new Map(listedRules().map(({ name, level }) => [name, level]));
  const isOn = (name: string) => images.some(({ compiled }) => (compiled.spec.lint[name] ?? ownLevels.get(name)) !== 'off');
  const wasSought = (name: string) => !partial && (engineCodes.includes(name) ? isEngineAsked : isOn(name));
  return { known: [...ruleNames, ...engineCodes], wasSought };
}
