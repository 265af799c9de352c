/**
 * projectOf(): whose images and containers a verb is about: the labels of the definitions in the file, or of the one that is asked for.
 *
 * Their names must be known, and nothing else: a definition that lacks a file, or has another fault, does not keep anybody from stopping its container.
 */

import { basename, dirname } from 'node:path';
import { loadDefinitions } from '../../load/load.js';
import { compile, type Compiled } from '../../pipeline.js';
import { chooseDefinitions, type NamedDefinition } from '../choose-definitions.js';
import { CliError } from '../cli-error.js';
import { DefinitionError } from '../definition-error.js';
import { definitionFile } from '../definition-file.js';
import { divertStdout } from '../divert-stdout.js';
import { locateFaults } from '../locate-faults.js';
import { projectLabel } from '../project-label.js';
import { untilSettled } from '../until-settled.js';
import type { LifeRequest } from './life-options.js';

export interface LifeProject {
  /** `imagewright.project=tides`. */
  readonly labels: readonly string[];
  /** `tides`, or `tides, sky`. */
  readonly title: string;
}

export async function projectOf({ file: named, arg, image }: LifeRequest): Promise<LifeProject> {
  const file = definitionFile(named);
  divertStdout();
  const { definitions } = await loadDefinitions(file, { env: process.env, mode: 'run', args: arg ?? [] }, { guard: untilSettled });
  const chosen = chooseDefinitions(definitions, image);
  const labels = await Promise.all(chosen.map(async (each) => labelOf(each, file)));
  return { labels, title: labels.map((label) => label.slice(label.indexOf('=') + 1)).join(', ') };
}

async function labelOf({ name, loaded }: NamedDefinition, file: string): Promise<string> {
  const compiled = compile(loaded.definition, { dir: basename(dirname(file)) });
  const spec = specOf(compiled);
  if (spec === undefined) {
    const pending = compiled.diagnostics.map((diagnostic) => ({ diagnostic, path: loaded.path }));
    throw new DefinitionError(await locateFaults(file, pending));
  }
  const label = projectLabel(spec);
  if (label !== undefined) return label;
  const hint = "give the definition a name: name: 'word_count'";
  throw new CliError({ code: 'no-tag', message: `the image "${name}" has no name to find it by`, hint });
}

function specOf(compiled: Compiled) {
  return compiled.ok ? compiled.spec : compiled.partial?.spec;
}
